import type { Ctx } from '#platform/act.ts'
import { landRows, type Landed, type Numbered } from '#platform/database/land-rows.ts'

/** A case as another system kept it. */
export type MovedCase = Numbered & {
  case_id: string
  reference: string
  /** The referral it came from, and how that system numbered it; null when it came from none. */
  referral_id: string | null
  referral_reference: string | null
  /** Used when there is no referral. */
  person_id: string | null
  opened_on: string
  tier: string
  /** Who worked on it, as written there. */
  worker: string | null
  allocated_to: string | null
  closed_on: string | null
  close_reason: string | null
}

/** Loads cases with their closures. Who worked on one and is not in the team that holds it keeps it by name only: it would not be in their sight. A case whose referral is not there is refused with its reason; every row is answered for. */
export const moveCases = (ctx: Ctx, held_by: string, rows: readonly MovedCase[]): Promise<Landed> =>
  landRows(ctx, INSERT, rows, [held_by])

const INSERT = `
  with moved as materialized (
    select * from json_to_recordset($1::json) as m (row int, case_id uuid, reference text, referral_id uuid, referral_reference text, person_id uuid,
      opened_on date, tier text, worker text, allocated_to uuid, closed_on date, close_reason text)
  ), ready as materialized (
    select m.*, p.person_id as whose from moved m
    left join referrals.referral r on r.area_id = access.area_id() and r.referral_id = m.referral_id
    join people.person p on p.area_id = access.area_id() and p.person_id = case when m.referral_id is null then m.person_id else r.person_id end
  ), new_case as (
    insert into support.case (case_id, held_by, person_id, referral_id, reference, opened_on, tier, worker, allocated_to)
    select case_id, $2::uuid, whose, referral_id, reference, opened_on, tier, worker,
      (select s.member_id from access.membership s where s.area_id = access.area_id() and s.member_id = allocated_to and s.team_id = $2::uuid limit 1) from ready on conflict do nothing returning case_id
  ), closure as (
    insert into support.closure (closure_id, case_id, held_by, closed_on, reason)
    select c.case_id, c.case_id, $2::uuid, c.closed_on, c.close_reason from ready c join new_case using (case_id) where c.closed_on is not null
  )
  select m.row, n.case_id is not null as loaded, ready.case_id is not null and other.case_id is null as there,
    case when other.case_id is not null then 'Another case has the reference ' || m.reference
      else coalesce('There is no referral ' || m.referral_reference, 'There is no such person') end as reason
  from moved m left join new_case n using (case_id) left join ready using (case_id)
  left join support.case other on other.area_id = access.area_id() and other.held_by = $2::uuid and other.reference = m.reference
    and other.case_id <> m.case_id`
