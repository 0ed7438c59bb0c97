import { normaliseOffence } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { landRows, type Landed, type Numbered } from '#platform/database/land-rows.ts'

/** A referral as another system kept it. Its person must be loaded first (people: movePeople). */
export type MovedReferral = Numbered & {
  referral_id: string
  person_id: string
  reference: string
  received_on: string
  source: string
  sender: string | null
  crime_reference: string | null
  reported_on: string | null
  offence_text: string | null
  offence_code: string | null
  domestic: boolean
  sexual: boolean
  hate_strand: string | null
  consent_basis: string | null
  district: string | null
  result: string
}

/** Loads referrals as they were decided at the time; the offence is read anew from its text. Every row is answered for. */
export function moveReferrals(ctx: Ctx, held_by: string, rows: readonly MovedReferral[]): Promise<Landed> {
  const read = rows.map((row) => {
    const offence = normaliseOffence(row.offence_text ?? '', row.offence_code ?? '')
    return {
      ...row,
      group: offence.group_code,
      subgroup: offence.subgroup_code,
      confidence: offence.confidence,
    }
  })
  return landRows(ctx, INSERT, read, [held_by])
}

const INSERT = `
  with moved as materialized (
    select * from json_to_recordset($1::json) as m (row int, referral_id uuid, person_id uuid, reference text, received_on date, source text, sender text,
      crime_reference text, reported_on date, offence_text text, "group" text, subgroup text, confidence real, domestic boolean, sexual boolean,
      hate_strand text, consent_basis text, district text, result text)
  ), new_referral as (
    insert into referrals.referral (referral_id, held_by, person_id, reference, received_on, source, sender, crime_reference, reported_on, offence_text,
      offence_group, offence_subgroup, offence_confidence, domestic, sexual, hate_strand, consent_basis, district, result)
    select m.referral_id, $2::uuid, m.person_id, m.reference, m.received_on, m.source, coalesce(m.sender, ''), m.crime_reference, m.reported_on, m.offence_text,
      m."group", m.subgroup, m.confidence, m.domestic, m.sexual, m.hate_strand, coalesce(m.consent_basis, 'not-recorded'), coalesce(m.district, p.district), m.result
    from moved m left join people.person p on p.area_id = access.area_id() and p.person_id = m.person_id on conflict do nothing returning referral_id
  )
  select m.row, n.referral_id is not null as loaded, other.referral_id is null as there, 'Another referral has the reference ' || m.reference as reason
  from moved m left join new_referral n using (referral_id)
  left join referrals.referral other on other.area_id = access.area_id() and other.held_by = $2::uuid and other.reference = m.reference
    and other.referral_id <> m.referral_id`
