import { judgeOf } from '../batch/judge.ts'
import { cluster } from '../clustering/cluster.ts'
import { compare, newLevels } from '../comparison/compare.ts'
import { agreesBeyondName, leftToAPerson } from '../comparison/guard.ts'
import { reasonsOf } from '../explain/reasons.ts'
import { bandFromModel } from '../model/frequencies.ts'
import type { Model } from '../model/model.ts'
import { score } from '../model/score.ts'
import { weigh } from '../model/weights.ts'
import { withPacked } from '../record/pack.ts'
import type { Sought } from '../record/stored-form.ts'
import type { Thresholds } from '../settings.ts'

/** Known records as `storedForm` packed them, and which newcomer (`n`) shares a key with which of them (`k`), side by side, each pair once. */
export interface Known {
  readonly packed: readonly Buffer[]
  readonly n: readonly number[]
  readonly k: readonly number[]
}

/** A newcomer beside a known record, at or above the review threshold. */
export interface NewcomerPair {
  readonly n: number
  readonly k: number
  readonly odds: number
  /** at or above the link threshold, no possible twins, more than names agrees, and not contradicted by what else each of the two is linked with */
  readonly sure: boolean
  readonly reasons: readonly string[]
}

/**
 * Compares newcomers with the known records that share a key with them. `others` is how many records each might have
 * been one of. What is sure is settled as in a batch: the surest first, and none that contradicts the others.
 */
export function compareNewcomers(
  model: Model,
  newcomers: Sought,
  known: Known,
  { others, thresholds }: { others: number; thresholds: Thresholds },
): NewcomerPair[] {
  const first = newcomers.keys.length
  const records = first + known.packed.length
  const store = withPacked(newcomers.store, newcomers.end, first, known.packed)
  bandFromModel(store, records, model.frequencies)
  const weights = weigh(model, others)
  const levels = newLevels()
  const found: (Omit<NewcomerPair, 'sure'> & { held: boolean; beyondName: boolean })[] = []
  for (let p = 0; p < known.n.length; p++) {
    const [n, k] = [known.n[p]!, known.k[p]!]
    compare(store, n, first + k, weights.inUse, levels)
    const odds = score(weights, levels)
    if (odds < thresholds.review) continue
    const held = leftToAPerson(weights, levels)
    found.push({ n, k, odds, held, beyondName: agreesBeyondName(levels), reasons: reasonsOf(levels) })
  }
  const pairs = {
    left: Int32Array.from(found, ({ n }) => n),
    right: Int32Array.from(found, ({ k }) => first + k),
    odds: Float32Array.from(found, ({ odds }) => odds),
    held: Uint8Array.from(found, ({ held }) => (held ? 1 : 0)),
  }
  const identities = cluster(records, pairs, thresholds.link, judgeOf(store, weights))
  return found.map(({ held, beyondName, ...pair }) => {
    const linked = pair.odds >= thresholds.link && identities[pair.n] === identities[first + pair.k]
    return { ...pair, sure: linked && !held && beyondName }
  })
}
