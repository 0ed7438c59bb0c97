import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { keepModel } from '../duplicates/matching-model.ts'
import { readKeyFacts } from '../keys/key-facts.ts'
import { NOBODY_TOLD, type Told } from '../matching/index.ts'
import { matchRecords } from './match-records.ts'

type Tie = { person_id: string; identity_id: string; tied_by: 'itself' | 'link' | 'match' }
export type Tied = { people: number; identities: number; changed: number }

const AT_ONCE = 5000

/**
 * Works out anew which records of the area are of one human being, across holders, for counting only (decision 3): what workers
 * linked, and what the comparison is sure of. Runs as the area's own actor. Sensitive records are tied by a worker's link alone.
 * The same records give the same identities in whatever order they came, and a link taken back leaves no trace.
 */
export async function tieIdentities(ctx: Ctx, told: Told = NOBODY_TOLD): Promise<Tied> {
  const { ids, matched } = await matchAll(ctx, told)
  const links = await ctx.db
    .selectFrom('people.link')
    .select(['person_id', 'other_person_id'])
    .where('unlinked_at', 'is', null)
    .execute()
  const ties = tiesOf(ids, matched, links)
  const changed = await writeTies(ctx, ties)
  return { people: ids.length, identities: new Set(ties.map((tie) => tie.identity_id)).size, changed }
}

/** Every record the actor may see, and for each the smallest of the same person by comparison. */
async function matchAll(ctx: Ctx, told: Told): Promise<{ ids: string[]; matched: Map<string, string> }> {
  const { rows } = await sql<{ person_id: string; sensitive: boolean }>`
    select person_id, sensitive from people.person order by person_id`.execute(ctx.db)
  const compared = rows.filter((row) => !row.sensitive).map((row) => row.person_id)
  const read = async (from: number) => {
    told.read(from, compared.length)
    const some = compared.slice(from, from + AT_ONCE)
    const facts = new Map((await readKeyFacts(ctx, some)).map((one) => [one.person_id, one]))
    return some.map((person_id) => facts.get(person_id)!)
  }
  const { same, model } = await matchRecords(compared.length, read, told)
  const matched = new Map([...same].map(([i, first]) => [compared[i]!, compared[first]!]))
  if (model) await keepModel(ctx, model)
  return { ids: rows.map((row) => row.person_id), matched }
}

/** Ties records that are linked or matched, directly or through others; an identity is named by its oldest record. Pure. */
export function tiesOf(
  ids: readonly string[],
  matched: ReadonlyMap<string, string>,
  links: readonly { person_id: string; other_person_id: string }[],
): Tie[] {
  const first = new Map(ids.map((id) => [id, id]))
  const find = (id: string): string => {
    let at = id
    while (first.get(at) !== at) at = first.get(at)!
    first.set(id, at)
    return at
  }
  const tie = (a: string, b: string) => {
    const [low, high] = [find(a), find(b)].toSorted() as [string, string]
    first.set(high, low)
  }
  const linked = new Set<string>()
  for (const [id, other] of matched) tie(id, other)
  for (const { person_id, other_person_id } of links) {
    if (!first.has(person_id) || !first.has(other_person_id)) continue
    tie(person_id, other_person_id)
    linked.add(person_id).add(other_person_id)
  }
  const size = new Map<string, number>()
  for (const id of ids) size.set(find(id), (size.get(find(id)) ?? 0) + 1)
  return ids.map((person_id) => {
    const identity_id = find(person_id)
    const tied_by = size.get(identity_id) === 1 ? 'itself' : linked.has(person_id) ? 'link' : 'match'
    return { person_id, identity_id, tied_by }
  })
}

/** Writes what differs from what is kept. Gives how many rows changed. */
async function writeTies(ctx: Ctx, ties: readonly Tie[]): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into people.identity (person_id, identity_id, tied_by)
    select * from unnest(${ties.map((t) => t.person_id)}::uuid[], ${ties.map((t) => t.identity_id)}::uuid[], ${ties.map((t) => t.tied_by)}::text[])
    on conflict (area_id, kept_by, person_id) do update set identity_id = excluded.identity_id, tied_by = excluded.tied_by, tied_at = now()
    where (identity.identity_id, identity.tied_by) is distinct from (excluded.identity_id, excluded.tied_by)`.execute(
    ctx.db,
  )
  await sql`delete from people.identity where person_id <> all (${ties.map((t) => t.person_id)}::uuid[])`.execute(
    ctx.db,
  )
  return Number(numAffectedRows ?? 0)
}
