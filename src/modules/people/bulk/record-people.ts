import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { findOutcode, POLICE_ETHNICITIES, readPostcode } from '#reference'
import { type Ctx, newId } from '#platform/act.ts'
import { rowsAsColumns } from '#platform/database/rows-as-columns.ts'
import { addKeys } from '../keys/write-keys.ts'
import { foldedNames } from '../keys/person-keys.ts'
import { ADDRESS, METHOD, namesOf, PERSON } from './columns.ts'
import { type AddressToRecord, factsOf, type PersonToRecord } from './person-to-record.ts'

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
    sql`insert into people.person (${namesOf(PERSON)}) select ${namesOf(PERSON)} from ${rowsAsColumns(rows, PERSON)}`.execute(
      ctx.db,
    ),
  )
  const methods = people.flatMap(({ person_id, held_by, contact_methods = [] }) =>
    contact_methods.map((method) => ({
      ...method,
      person_id,
      held_by,
      safe: method.safe ?? 'unknown',
      message_ok: method.message_ok ?? 'unknown',
      withhold_caller_id: method.withhold_caller_id ?? false,
    })),
  )
  if (methods.length > 0)
    asked.push(
      sql`insert into people.contact_method (${namesOf(METHOD)}) select ${namesOf(METHOD)} from ${rowsAsColumns(methods, METHOD)}`.execute(
        ctx.db,
      ),
    )
  const addresses = people.flatMap(({ person_id, held_by, address }) =>
    address ? [{ person_id, held_by, ...addressRow(address) }] : [],
  )
  if (addresses.length > 0)
    asked.push(
      sql`insert into people.address (${namesOf(ADDRESS)}) select ${namesOf(ADDRESS)} from ${rowsAsColumns(addresses, ADDRESS)}`.execute(
        ctx.db,
      ),
    )
  const names = people.flatMap(({ person_id, held_by, previous_surname }) =>
    previous_surname ? [{ person_id, held_by, surname: previous_surname }] : [],
  )
  if (names.length > 0) asked.push(ctx.db.insertInto('people.previous_name').values(names).execute())
  for (const answer of asked) answer.catch(() => {}) // told by the last line
  await nextTurn() // while the database records them, their keys are worked out
  const keyed = addKeys(
    ctx,
    people.map((person) => ({ ...person, facts: factsOf(person) })),
  )
  keyed.catch(() => {})
  // in turn, so that what is told is what failed first
  for (const answer of [...asked, keyed]) await answer
}

const addressRow = (address: AddressToRecord) => ({
  line: address.line ?? '',
  town: address.town ?? '',
  postcode: address.postcode ?? '',
  safe: address.safe ?? 'unknown',
  message_ok: address.message_ok ?? 'unknown',
  suspect_lives_here: address.suspect_lives_here ?? false,
})

function personRow(person: WithId) {
  const { contact_methods: _, address, previous_surname: __, ...row } = person
  const outcode =
    person.outcode ?? (address?.postcode ? (readPostcode(address.postcode)?.outcode ?? null) : null)
  return {
    ...row,
    forename: person.forename ?? '',
    surname: person.surname ?? '',
    ...foldedNames(person),
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
