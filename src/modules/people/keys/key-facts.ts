import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { KeyFacts } from './person-keys.ts'

/** What a record is found by, with whose it is and what a list shows of it. */
export type FoundPerson = KeyFacts & {
  person_id: string
  held_by: string
  pseudonym: string | null
  district: string | null
  sensitive: boolean
}

/**
 * The facts of these records, of those this actor may see; one statement, in any order. Contact values are read to compare, never
 * to use. An address held by another team than the record's (a protected one) is left out whoever asks: it makes no keys.
 */
export async function readKeyFacts(ctx: Ctx, person_ids: readonly string[]): Promise<FoundPerson[]> {
  if (person_ids.length === 0) return []
  const { rows } = await sql<FoundPerson>`
    select p.person_id, p.held_by, p.forename, p.surname, p.pseudonym, p.date_of_birth, p.sex, p.source_reference, p.district, p.sensitive,
      array(select n.surname from people.previous_name n where n.area_id = p.area_id and n.person_id = p.person_id) as previous_surnames,
      array(select m.value from people.contact_method m where m.area_id = p.area_id and m.person_id = p.person_id
        and m.kind <> 'email' order by m.recorded_at, m.contact_method_id) as phones,
      array(select m.value from people.contact_method m where m.area_id = p.area_id and m.person_id = p.person_id
        and m.kind = 'email' order by m.recorded_at, m.contact_method_id) as emails,
      (select json_build_object('line', a.line, 'town', a.town, 'postcode', a.postcode) from people.address a
        where a.area_id = p.area_id and a.person_id = p.person_id and a.held_by = p.held_by and not a.protected
        order by (a.until is null) desc, a.recorded_at desc limit 1) as address
    from people.person p where p.person_id = any (${[...person_ids]}::uuid[])`.execute(ctx.db)
  return rows
}
