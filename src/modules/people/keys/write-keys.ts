import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { readKeyFacts } from './key-facts.ts'
import { personKeys } from './person-keys.ts'

export type Keyed = { person_id: string; held_by: string; keys: readonly number[] }

/**
 * Writes the keys of records that have none yet, set-based: in the order of the index, and without looking for what is there
 * already, each of which takes half the time of a large load.
 */
export async function addKeys(ctx: Ctx, rows: readonly Keyed[]): Promise<void> {
  for (const [held_by, keyed] of Map.groupBy(rows, (row) => row.held_by)) {
    const flat = keyed.flatMap(({ person_id, keys }) => keys.map((key) => ({ person_id, key })))
    flat.sort((a, b) => a.key - b.key)
    if (flat.length > 0)
      await sql`insert into people.block_key (held_by, key, person_id)
        select ${held_by}::uuid, * from unnest(${arrayOf(flat.map((r) => r.key))}::bigint[], ${arrayOf(flat.map((r) => r.person_id))}::uuid[])`.execute(
        ctx.db,
      )
  }
}

// Numbers and ids need no quoting, and the driver's own way with arrays takes as long again.
const arrayOf = (values: readonly (string | number)[]) => `{${values.join(',')}}`

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
  const come = (after?.keys ?? []).filter((key) => !before?.keys.includes(key))
  if (after && come.length > 0)
    await sql`insert into people.block_key (held_by, key, person_id)
      select ${after.held_by}::uuid, key, ${person_id}::uuid from unnest(${arrayOf(come)}::bigint[]) as k (key) on conflict do nothing`.execute(
      ctx.db,
    )
  return done
}

async function keysOf(ctx: Ctx, person_id: string): Promise<Keyed | undefined> {
  const [facts] = await readKeyFacts(ctx, [person_id])
  return facts && { person_id, held_by: facts.held_by, keys: personKeys(facts) }
}
