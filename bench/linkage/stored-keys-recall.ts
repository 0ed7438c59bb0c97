import { PROBES, MOST_SHARING } from '../../src/modules/people/keys/find-hits.ts'
import type { Model, RecordStore, StoredKey } from '../../src/modules/people/matching/index.ts'
import { rarestKeys } from '../../src/modules/people/matching/blocking/expected-sharing.ts'
import { storedKeys } from '../../src/modules/people/matching/blocking/stored-keys.ts'
import { bandFromModel } from '../../src/modules/people/matching/model/frequencies.ts'
import { TEXT, ROW } from '../../src/modules/people/matching/record/layout.ts'
import { THOROUGH } from '../../src/modules/people/newcomers/match-newcomers.ts'
import { type Truth, truePairs } from './measure.ts'

/**
 * The share of true pairs that the keys kept in the database find when each record is looked for among all others, as a few newcomers
 * are: what more than MOST_SHARING share is dropped. Without a number of their own, which no two records of one team share.
 */
export function storedKeysRecall(
  store: RecordStore,
  n: number,
  model: Model,
  { people, boundary }: Truth,
): number {
  for (let i = 0; i < n; i++) store.rows[i * ROW + 2 * TEXT.nominal] = 0
  bandFromModel(store, n, model.frequencies)
  const keys = Array.from({ length: n }, (_, i) => storedKeys(store, i))
  const having = new Map<StoredKey, Map<number, number[]>>()
  for (const [i, own] of keys.entries())
    for (const [kind, key] of Object.entries(own) as [StoredKey, number | undefined][]) {
      if (key === undefined) continue
      const index = having.get(kind) ?? new Map<number, number[]>()
      having.set(kind, index)
      const sharing = index.get(key)
      if (sharing) sharing.push(i)
      else index.set(key, [i])
    }
  const found = new Set<number>()
  for (const [i, own] of keys.entries()) {
    const sought = rarestKeys(store, i, own, { others: n, most: MOST_SHARING, each: THOROUGH })
    for (const [key, column] of PROBES) {
      const others = sought[key] === undefined ? [] : (having.get(column)?.get(sought[key]) ?? [])
      if (others.length > MOST_SHARING + 1) continue
      for (const j of others) {
        const across = boundary === 0 || i < boundary !== j < boundary
        if (i !== j && across && people[i] === people[j]) found.add(Math.min(i, j) * n + Math.max(i, j))
      }
    }
  }
  const all = truePairs({ people, boundary })
  return all === 0 ? 1 : found.size / all
}
