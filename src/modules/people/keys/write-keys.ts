import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { readKeyFacts } from './key-facts.ts'
import { personKeys } from './person-keys.ts'

export type Keyed = { person_id: string; held_by: string; keys: readonly number[] }

/** Writes keys, set-based. In the order of the index, which is several times faster for a large load. */
export async function addKeys(ctx: Ctx, rows: readonly Keyed[]): Promise<void> {
  const flat = rows.flatMap(({ person_id, held_by, keys }) =>
    keys.map((key) => ({ person_id, held_by, key })),
  )
  if (flat.length === 0) return
  flat.sort((a, b) => (a.held_by < b.held_by ? -1 : a.held_by > b.held_by ? 1 : a.key - b.key))
  await sql`insert into people.block_key (held_by, key, person_id)
    select * from unnest(${flat.map((r) => r.held_by)}::uuid[], ${flat.map((r) => r.key)}::bigint[], ${flat.map((r) => r.person_id)}::uuid[])
    on conflict do nothing`.execute(ctx.db)
}

async function removeKeys(ctx: Ctx, { person_id, held_by, keys }: Keyed): Promise<void> {
  await sql`delete from people.block_key where held_by = ${held_by} and person_id = ${person_id} and key = any (${[...keys]}::bigint[])`.execute(
    ctx.db,
  )
}

/**
 * Makes a change to one person and keeps their keys true to it: whatever a record is found by (name, birth, contact, address)
 * changes only inside this. What the record was found by before is worked out again, so the table needs no second index.
 */
export async function keepingKeys<T>(ctx: Ctx, person_id: string, change: () => Promise<T>): Promise<T> {
  const before = await keysOf(ctx, person_id)
  const done = await change()
  const after = await keysOf(ctx, person_id)
  if (before) {
    const gone = before.keys.filter((key) => !after?.keys.includes(key))
    if (gone.length > 0) await removeKeys(ctx, { ...before, keys: gone })
  }
  if (after) await addKeys(ctx, [{ ...after, keys: after.keys.filter((key) => !before?.keys.includes(key)) }])
  return done
}

async function keysOf(ctx: Ctx, person_id: string): Promise<Keyed | undefined> {
  const [facts] = await readKeyFacts(ctx, [person_id])
  return facts && { person_id, held_by: facts.held_by, keys: personKeys(facts) }
}
