import { sql } from 'kysely'
import { type Day, findOffenceGroup, findOffenceSubgroup } from '#reference'
import type { Ctx } from '#platform/act.ts'

/** One crime or incident that a person suffered, as the reader's teams know it. */
export type Harm = {
  happened_on: Day
  what: string
  /** The force's number for it; null when the referral came without one. */
  number: string | null
  /** The referral it came by, for a link; null for a row of an extract. */
  referral_id: string | null
  reference: string | null
}

type Row = Omit<Harm, 'what'> & {
  what: string | null
  offence_group: string | null
  offence_subgroup: string | null
}

/**
 * What happened to this person, the newest first, each crime once: from referrals about any record that is linked to theirs, and from
 * a force's extract where a team of the reader holds one and a crime of theirs is in it with their family name and date of birth. Nothing
 * that the reader's own teams do not hold: the policies see to that, and no identity across holders is asked.
 */
export async function listEarlierHarm(ctx: Ctx, person_id: string): Promise<Harm[]> {
  const { rows } = await sql<Row>`
    with recursive both_ways as (
      select person_id, other_person_id from insight.linked_people union all select other_person_id, person_id from insight.linked_people
    ), records as (
      select ${person_id}::uuid as person_id union select b.other_person_id from records r join both_ways b on b.person_id = r.person_id
    ), reported as (
      select h.* from records r join insight.reported_harm h on h.person_id = r.person_id
    ), victims as (
      select distinct c.victim_id from reported h join people.person p on p.area_id = h.area_id and p.person_id = h.person_id
      join insight.recorded_harm c on c.held_by = any (access.my_teams()) and c.number in (h.crime_reference, h.occurrence_number)
        and c.born_on = p.date_of_birth::text and lower(c.surname) = lower(p.surname)
    )
    select happened_on, number, referral_id, reference, offence_text as what, offence_group, offence_subgroup from reported
    union all
    select c.happened_on, c.number, null, null, c.what, null, null from victims join insight.recorded_harm c using (victim_id)
      where c.held_by = any (access.my_teams()) and not exists (select from reported h where c.number in (h.crime_reference, h.occurrence_number))
    order by happened_on desc, number, referral_id limit 500`.execute(ctx.db)
  return [...Map.groupBy(rows, (row) => row.number ?? row.referral_id).values()].map(([row]) => harmOf(row!))
}

/** The offence by its name; as it was sent where nobody knows what it is. */
function harmOf({ offence_group, offence_subgroup, ...row }: Row): Harm {
  const known = findOffenceSubgroup(offence_subgroup ?? '') ?? findOffenceGroup(offence_group ?? '')
  return { ...row, what: row.what || known?.name || 'Not told' }
}
