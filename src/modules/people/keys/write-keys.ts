import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { readKeyFacts } from './key-facts.ts'
import { KEY_COLUMNS, type KeyFacts, type KeyRow, personKeys } from './person-keys.ts'

export type Found = { person_id: string; held_by: string; facts: KeyFacts }

const COLUMNS = KEY_COLUMNS.join(', ')
const INSERT = `insert into people.person_key (person_id, held_by, part, ${COLUMNS}, packed)
  select person_id, held_by, part, ${COLUMNS}, decode(packed, 'base64')
  from unnest($1::uuid[], $2::uuid[], $3::smallint[], ${KEY_COLUMNS.map((_, i) => `$${i + 4}::bigint[]`).join(', ')}, $${KEY_COLUMNS.length + 4}::text[])
    as r (person_id, held_by, part, ${COLUMNS}, packed)`

/** Writes what records that have no keys yet are found by, set-based. */
export async function addKeys(ctx: Ctx, people: readonly Found[]): Promise<void> {
  if (people.length === 0) return
  const rows = people.flatMap(({ person_id, held_by, facts }) =>
    personKeys(facts, held_by).map((row): KeyRow & Omit<Found, 'facts'> => ({ ...row, person_id, held_by })),
  )
  await ctx.connection.query(INSERT, [
    arrayOf(rows, (row) => row.person_id),
    arrayOf(rows, (row) => row.held_by),
    arrayOf(rows, (row) => row.part),
    ...KEY_COLUMNS.map((column) => arrayOf(rows, (row) => row[column])),
    arrayOf(rows, (row) => row.packed?.toString('base64')),
  ])
}

// Numbers, ids and base64 need no quoting, and the driver's own way with arrays takes as long again.
const arrayOf = <Row>(rows: readonly Row[], of: (row: Row) => string | number | undefined) =>
  `{${rows.map((row) => of(row) ?? 'null').join(',')}}`

/**
 * Makes a change to one person and keeps their keys true to it: whatever a record is found by (name, birth, contact, address) changes only inside
 * this. Of two at one person the second waits, and then reads what the first has left.
 */
export async function keepingKeys<T>(ctx: Ctx, person_id: string, change: () => Promise<T>): Promise<T> {
  await sql`select from people.person where person_id = ${person_id} for no key update`.execute(ctx.db)
  const done = await change()
  await writeKeysAnew(ctx, [person_id])
  return done
}

/** Works out anew what these records are found by, of those the actor may see. */
export async function writeKeysAnew(ctx: Ctx, person_ids: readonly string[]): Promise<void> {
  const facts = await readKeyFacts(ctx, person_ids)
  await sql`delete from people.person_key where area_id = access.area_id() and person_id = any (${[...person_ids]}::uuid[])`.execute(
    ctx.db,
  )
  await addKeys(
    ctx,
    facts.map((one) => ({ person_id: one.person_id, held_by: one.held_by, facts: one })),
  )
}
