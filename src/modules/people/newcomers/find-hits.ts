import { sql } from 'kysely'
import { type Ctx, isId } from '#platform/act.ts'
import { MOST_SHARING, PROBES } from '../duplicates/candidates.ts'
import type { StoredKeys } from '../matching/index.ts'

const branch = ([, column]: (typeof PROBES)[number], i: number) => `
  select k.n, ${i} as probe, c.person_id, coalesce(c.packed, '') as packed from unnest($${2 * i + 1}::int[], $${2 * i + 2}::bigint[]) as k (n, key)
  cross join lateral (select c.person_id, c.packed from people.person_key c where c.${column} = k.key limit ${MOST_SHARING + 1}) c`

/** All that a batch finds as one value: read row by row, the answer would take longer than the search. */
const FIND = `select string_agg(int4send(n) || int4send(probe) || uuid_send(person_id) || int4send(length(packed)) || packed, '') as found
  from (${PROBES.map(branch).join(' union all ')}) hit`
const HEAD = 28

/** A record that shares a key with the `n`th of a batch; `packed` is empty when it must be read from its own tables. */
export type Hit = { n: number; person_id: string; packed: Buffer }

/**
 * Who of the actor's teams shares a key with each of a batch, each once; what more than MOST_SHARING share is dropped. `keys` are as the
 * team keeps them. Asked at once, so that the next batch can be asked for before this answer is used.
 */
export async function findHits(ctx: Ctx, keys: readonly StoredKeys[]): Promise<Hit[]> {
  const values = PROBES.flatMap(([key]) => {
    const having = keys.flatMap((own, n) => (own[key] === undefined ? [] : [{ n, key: own[key] }]))
    return [`{${having.map(({ n }) => n).join(',')}}`, `{${having.map((one) => one.key).join(',')}}`]
  })
  const asked = { name: 'people.newcomers', text: FIND, values }
  const { rows } = await ctx.connection.query<{ found: Buffer | null }>(asked)
  return rows[0]!.found ? readHits(rows[0]!.found, keys.length) : []
}

function readHits(found: Buffer, size: number): Hit[] {
  const shared = new Uint16Array(size * PROBES.length)
  for (let at = 0; at < found.length; at += HEAD + found.readInt32BE(at + 24))
    shared[found.readInt32BE(at) * PROBES.length + found.readInt32BE(at + 4)]!++
  const known = Array.from({ length: size }, () => new Set<string>())
  const hits: Hit[] = []
  for (let at = 0; at < found.length;) {
    const n = found.readInt32BE(at)
    const few = shared[n * PROBES.length + found.readInt32BE(at + 4)]! <= MOST_SHARING
    const id = found.toString('latin1', at + 8, at + 24)
    const from = at + HEAD
    at = from + found.readInt32BE(at + 24)
    if (!few || known[n]!.has(id)) continue
    known[n]!.add(id)
    hits.push({ n, person_id: uuidOf(found, from - 20), packed: found.subarray(from, at) })
  }
  return hits
}

function uuidOf(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/**
 * Does `work` with no more rights than one of the actor's teams gives. The policy is asked about every row that a key leads to, and takes
 * the longer the more teams it must read.
 */
export async function asOneTeam<T>(ctx: Ctx, team_id: string, work: () => Promise<T>): Promise<T> {
  const actAs = async (teams: readonly string[]) => {
    if (!teams.every(isId)) throw new Error('A team is named by its id')
    await sql`set local waymark.team_ids = ${sql.lit(`{${teams.join(',')}}`)}`.execute(ctx.db)
  }
  await actAs(ctx.actor.team_ids.filter((team) => team === team_id))
  const done = await work()
  await actAs(ctx.actor.team_ids)
  return done
}
