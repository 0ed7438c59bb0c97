import { judgeOf } from '../batch/judge.ts'
import { cluster } from '../clustering/cluster.ts'
import { compare, newLevels } from '../comparison/compare.ts'
import { leftToAPerson } from '../comparison/guard.ts'
import { reasonsOf } from '../explain/reasons.ts'
import { bandFromModel } from '../model/frequencies.ts'
import type { Model } from '../model/model.ts'
import { score, weigh } from '../model/model.ts'
import { unpackRecord } from '../record/pack.ts'
import { createStore, POOL_PER_BYTE } from '../record/store.ts'
import type { Thresholds } from '../settings.ts'

/** A record, as `storedForm` packed it, that shares a key with the `n`th newcomer. */
export interface Known {
  readonly n: number
  readonly other_person_id: string
  readonly packed: Buffer
}

/** A newcomer beside a known record, at or above the review threshold. */
export interface NewcomerPair {
  readonly n: number
  readonly other_person_id: string
  readonly odds: number
  /** at or above the link threshold, no possible twins, and not contradicted by what else each of the two is linked with */
  readonly sure: boolean
  readonly reasons: readonly string[]
}

/**
 * Compares newcomers with the known records that share a key with them. `others` is how many records each might have
 * been one of. What is sure is settled as in a batch: the surest first, and none that contradicts the others.
 */
export function compareNewcomers(
  model: Model,
  newcomers: readonly Buffer[],
  known: readonly Known[],
  { others, thresholds }: { others: number; thresholds: Thresholds },
): NewcomerPair[] {
  const places = new Map<string, number>()
  const records = [...newcomers]
  for (const { other_person_id, packed } of known) {
    if (places.has(other_person_id)) continue
    places.set(other_person_id, records.length)
    records.push(packed)
  }
  const store = createStore(
    records.length,
    records.reduce((sum, { length }) => sum + length * POOL_PER_BYTE, 0),
  )
  let end = 0
  for (const [i, packed] of records.entries()) end = unpackRecord(store, i, packed, end)
  bandFromModel(store, records.length, model.frequencies)
  const weights = weigh(model, others)
  const levels = newLevels()
  const found = known.flatMap(({ n, other_person_id }) => {
    const right = places.get(other_person_id)!
    compare(store, n, right, weights.inUse, levels)
    const odds = score(weights, levels)
    if (odds < thresholds.review) return []
    const held = leftToAPerson(weights, levels)
    return [{ n, other_person_id, right, odds, held, reasons: reasonsOf(levels) }]
  })
  const pairs = {
    left: Int32Array.from(found, ({ n }) => n),
    right: Int32Array.from(found, ({ right }) => right),
    odds: Float32Array.from(found, ({ odds }) => odds),
    held: Uint8Array.from(found, ({ held }) => (held ? 1 : 0)),
  }
  const identities = cluster(records.length, pairs, thresholds.link, judgeOf(store, weights))
  return found.map(({ right, held, ...pair }) => ({
    ...pair,
    sure: pair.odds >= thresholds.link && !held && identities[pair.n] === identities[right],
  }))
}
