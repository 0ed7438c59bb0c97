import { sql } from 'kysely'
import { findOutcode, POLICE_ETHNICITIES, readPostcode } from '#reference'
import { type Ctx, newId } from '#platform/act.ts'
import { addKeys } from '../keys/write-keys.ts'
import { nameKey } from '../keys/person-keys.ts'
import { factsOf, type PersonToRecord } from './person-to-record.ts'

export type { AddressToRecord, ContactToRecord, PersonToRecord } from './person-to-record.ts'

const AT_ONCE = 2000

/**
 * Records people with their ways of contact, addresses and search keys, set-based, in this transaction. Gives their ids in the
 * order given. A source_reference that its team has already is refused by the database: look it up first (peopleBySource).
 */
export async function recordPeople(ctx: Ctx, people: readonly PersonToRecord[]): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const some = people
      .slice(from, from + AT_ONCE)
      .map((person) => ({ ...person, person_id: person.person_id ?? newId() }))
    await insertSome(ctx, some)
    for (const { person_id } of some) ids.push(person_id)
  }
  return ids
}

type WithId = PersonToRecord & { person_id: string }

async function insertSome(ctx: Ctx, people: readonly WithId[]): Promise<void> {
  const rows = people.map(personRow)
  // Asked together: the database does them in this order, in one round trip.
  const asked: Promise<unknown>[] = []
  asked.push(
    sql`insert into people.person (person_id, held_by, source_reference, forename, surname, surname_key, forename_key, pseudonym, date_of_birth,
      sex, ethnicity, language, communication_needs, district, outcode, sensitive, sensitive_because)
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as r (person_id uuid, held_by uuid, source_reference text, forename text,
      surname text, surname_key text, forename_key text, pseudonym text, date_of_birth date, sex text, ethnicity text, language text,
      communication_needs text, district text, outcode text, sensitive boolean, sensitive_because text)`.execute(
      ctx.db,
    ),
  )
  const methods = people.flatMap(({ person_id, held_by, contact_methods = [] }) =>
    contact_methods.map((method) => ({ ...method, person_id, held_by })),
  )
  if (methods.length > 0)
    asked.push(
      sql`insert into people.contact_method (person_id, held_by, kind, value, safe, message_ok, withhold_caller_id, hours, shared_with,
        notes, checked_on, review_on)
      select person_id, held_by, kind, value, coalesce(safe, 'unknown'), coalesce(message_ok, 'unknown'), coalesce(withhold_caller_id, false), hours,
        shared_with, notes, checked_on, review_on from json_to_recordset(${JSON.stringify(methods)}::json) as r (person_id uuid, held_by uuid, kind text, value text, safe text,
        message_ok text, withhold_caller_id boolean, hours text, shared_with text, notes text, checked_on date, review_on date)`.execute(
        ctx.db,
      ),
    )
  const addresses = people.flatMap(({ person_id, held_by, address }) =>
    address ? [{ ...address, person_id, held_by }] : [],
  )
  if (addresses.length > 0)
    asked.push(
      sql`insert into people.address (person_id, held_by, line, town, postcode, safe, message_ok, suspect_lives_here)
      select person_id, held_by, coalesce(line, ''), coalesce(town, ''), coalesce(postcode, ''), coalesce(safe, 'unknown'),
        coalesce(message_ok, 'unknown'), coalesce(suspect_lives_here, false) from json_to_recordset(${JSON.stringify(addresses)}::json) as r (person_id uuid, held_by uuid, line text, town text, postcode text,
        safe text, message_ok text, suspect_lives_here boolean)`.execute(ctx.db),
    )
  const names = people.flatMap(({ person_id, held_by, previous_surname }) =>
    previous_surname ? [{ person_id, held_by, surname: previous_surname }] : [],
  )
  if (names.length > 0) asked.push(ctx.db.insertInto('people.previous_name').values(names).execute())
  await Promise.all(asked)
  await addKeys(
    ctx,
    people.map((person) => ({ ...person, facts: factsOf(person) })),
  )
}

function personRow(person: WithId) {
  const { contact_methods: _, address, previous_surname: __, ...row } = person
  const outcode =
    person.outcode ?? (address?.postcode ? (readPostcode(address.postcode)?.outcode ?? null) : null)
  return {
    ...row,
    forename: person.forename ?? '',
    surname: person.surname ?? '',
    surname_key: nameKey(person.surname ?? ''),
    forename_key: nameKey(person.forename ?? ''),
    ethnicity: POLICE_ETHNICITIES[person.ethnicity ?? ''] ?? person.ethnicity,
    outcode,
    district: person.district ?? (outcode ? (findOutcode(outcode)?.districts[0]?.lad_name ?? null) : null),
    sensitive: person.sensitive ?? false,
  }
}

/** Which person each of these source references is, of those a team holds: for a file that is sent again. */
export async function peopleBySource(
  ctx: Ctx,
  held_by: string,
  references: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ source_reference: string; person_id: string }>`
    select source_reference, person_id from people.person
    where held_by = ${held_by} and source_reference = any (${[...references]}::text[])`.execute(ctx.db)
  return new Map(rows.map((row) => [row.source_reference, row.person_id]))
}
