import type { Ctx } from '#platform/act.ts'
import { isPackedNow, STORED_KEYS, storedForm, type StoredKey, type StoredKeys } from '../matching/index.ts'
import { readKeyFacts } from './key-facts.ts'
import { asRecord } from './person-keys.ts'

/** A key that more people of a team share says nothing, and is passed over. */
export const MOST_SHARING = 50

/** Each key that people are compared by, and the column that it is looked for in: either phone may be the other's first, and names change places. */
export const PROBES: readonly (readonly [key: StoredKey, column: StoredKey])[] = [
  ...STORED_KEYS.filter((key) => key !== 'once').map((key) => [key, key] as const),
  ['phone', 'other_phone'],
  ['other_phone', 'phone'],
  ['sound_forename', 'sound_surname'],
  ['sound_surname', 'sound_forename'],
]

/** Of each hit: which keys found it and how long `packed` is, in 8 bytes; whose it is, in 16; and `packed`. */
const HEAD = 24
// the values stand in sub-selects, where the planner does not see how many they are: else it makes a plan anew for every person asked for
const branch = ([, column]: (typeof PROBES)[number], i: number) => `
  select int8send(k.asker + coalesce(length(c.packed), 0)) || uuid_send(c.person_id) || coalesce(c.packed, '') as hit
  from unnest((select $${2 * i + 1}::bigint[]), (select $${2 * i + 2}::bigint[])) as k (asker, key)
  cross join lateral (select c.person_id, c.packed from people.person_key c where c.${column} = k.key limit ${MOST_SHARING + 1}) c`

/** The statement of `findHits`, for whoever must see what it costs. All that is found is one value: row by row, the answer would take longer than the search. */
export const FIND = `select string_agg(hit, '') as found from (${PROBES.map(branch).join(' union all ')}) hits`

/** The values of FIND. */
export function findValues(keys: readonly StoredKeys[]): string[] {
  return PROBES.flatMap(([key], probe) => {
    const askers: number[] = []
    const values: number[] = []
    for (const [n, own] of keys.entries()) {
      if (own[key] === undefined) continue
      askers.push(n * 2 ** 32 + probe * 2 ** 16)
      values.push(own[key])
    }
    return [`{${askers.join(',')}}`, `{${values.join(',')}}`]
  })
}

/** Records found, each once: whose, and as a comparison reads them; and which of those who were looked for (`n`) found which (`k`), side by side. */
export type Hits = {
  idOf: (k: number) => string
  packed: readonly Buffer[]
  n: readonly number[]
  k: readonly number[]
}

/**
 * Who of the actor's teams shares a key with each of a batch; what more than MOST_SHARING share is dropped. `keys` are as a team keeps
 * them. `except` gives whose own record is not to be found by them. Asked at once, so that the next batch can be asked for before this
 * answer is used.
 */
export async function findHits(
  ctx: Ctx,
  keys: readonly StoredKeys[],
  except: (n: number) => string | undefined,
): Promise<Hits> {
  const asked = { name: 'people.find-hits', text: FIND, values: findValues(keys) }
  const { rows } = await ctx.connection.query<{ found: Buffer | null }>(asked)
  const { found } = rows[0]!
  return readAnew(ctx, readHits(found ?? Buffer.alloc(0), keys.length, except))
}

function readHits(found: Buffer, size: number, except: (n: number) => string | undefined): Hits {
  const sharing = new Uint16Array(size * PROBES.length)
  const place = (at: number) => found.readUInt32BE(at) * PROBES.length + found.readUInt16BE(at + 4)
  const after = (at: number) => at + HEAD + found.readUInt16BE(at + 6)
  for (let at = 0; at < found.length; at = after(at)) sharing[place(at)]!++
  const own = Array.from({ length: size }, (_, n) => except(n)).map((id) => id && bytesOf(id))
  const places = new Map<string, number>()
  const pairs = new Set<number>()
  const packed: Buffer[] = []
  const [ns, ks]: [number[], number[]] = [[], []]
  for (let at = 0; at < found.length; at = after(at)) {
    if (sharing[place(at)]! > MOST_SHARING) continue
    const n = found.readUInt32BE(at)
    const id = found.toString('latin1', at + 8, at + HEAD)
    if (id === own[n]) continue
    let k = places.get(id)
    if (k === undefined) {
      places.set(id, (k = packed.length))
      packed.push(found.subarray(at + HEAD, after(at)))
    } else if (packed[k]!.length === 0) packed[k] = found.subarray(at + HEAD, after(at))
    const pair = n * 2 ** 26 + k
    if (pairs.has(pair)) continue
    pairs.add(pair)
    ns.push(n)
    ks.push(k)
  }
  const ids = [...places.keys()]
  return { idOf: (k) => uuidOf(ids[k]!), packed, n: ns, k: ks }
}

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('latin1')

function uuidOf(bytes: string): string {
  const hex = Buffer.from(bytes, 'latin1').toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Reads those from their own tables that an earlier release has packed, or that were found by what one row had no room for. */
async function readAnew(ctx: Ctx, hits: Hits): Promise<Hits> {
  const stale = hits.packed.flatMap((packed, k) => (isPackedNow(packed) ? [] : [k]))
  if (stale.length === 0) return hits
  const people = await readKeyFacts(ctx, stale.map(hits.idOf))
  const facts = new Map(people.map((one) => [one.person_id, asRecord(one)]))
  const packed = [...hits.packed]
  for (const k of stale) packed[k] = storedForm(facts.get(hits.idOf(k)) ?? {}).packed
  return { ...hits, packed }
}
