import type { Ctx } from '#platform/act.ts'
import { landRows, type Landed, type Numbered } from '#platform/database/land-rows.ts'

/** A restorative justice referral as another system kept it. `outcome` is null where that system recorded none: it stays unrecorded. */
export type MovedRjReferral = Numbered & {
  rj_referral_id: string
  reference: string
  referral_id: string | null
  referral_reference: string | null
  /** Used when there is no referral. */
  person_id: string | null
  person_reference: string | null
  received_on: string
  source: string
  outcome: string | null
  close_reason: string | null
  reached_on: string | null
}

/** Loads restorative justice referrals with the outcome each had, and no outcome where none was recorded. Every row is answered for. */
export const moveRjReferrals = (
  ctx: Ctx,
  held_by: string,
  rows: readonly MovedRjReferral[],
): Promise<Landed> => landRows(ctx, INSERT, rows, [held_by])

const INSERT = `
  with moved as materialized (
    select * from json_to_recordset($1::json) as m (row int, rj_referral_id uuid, reference text, referral_id uuid, referral_reference text,
      person_id uuid, person_reference text, received_on date, source text, outcome text, close_reason text, reached_on date)
  ), ready as materialized (
    select m.*, coalesce(r.person_id, p.person_id) as whose from moved m
    left join referrals.referral r on r.area_id = access.area_id() and r.referral_id = m.referral_id
    left join people.person p on p.area_id = access.area_id() and p.person_id = m.person_id and m.referral_id is null
    where case when m.referral_id is not null then r.referral_id is not null else m.person_id is null or p.person_id is not null end
  ), new_referral as (
    insert into restorative_justice.rj_referral (rj_referral_id, held_by, person_id, referral_id, reference, received_on, source)
    select rj_referral_id, $2::uuid, whose, referral_id, reference, received_on, source from ready on conflict do nothing returning rj_referral_id
  ), outcome as (
    insert into restorative_justice.rj_outcome (rj_outcome_id, rj_referral_id, held_by, outcome, close_reason, reached_on)
    select rj_referral_id, rj_referral_id, $2::uuid, outcome, close_reason, reached_on from ready join new_referral using (rj_referral_id) where outcome is not null
  )
  select m.row, n.rj_referral_id is not null as loaded, ready.rj_referral_id is not null and other.rj_referral_id is null as there,
    case when other.rj_referral_id is not null then 'Another restorative justice referral has the reference ' || m.reference
      else coalesce('There is no referral ' || m.referral_reference, 'There is no person ' || m.person_reference) end as reason
  from moved m left join new_referral n using (rj_referral_id) left join ready using (rj_referral_id)
  left join restorative_justice.rj_referral other on other.area_id = access.area_id() and other.held_by = $2::uuid and other.reference = m.reference
    and other.rj_referral_id <> m.rj_referral_id`
