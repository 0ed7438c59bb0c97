import { compare, newLevels } from '../comparison/compare.ts'
import { agreesBeyondName, leftToAPerson } from '../comparison/guard.ts'
import { reasonsOf } from '../explain/reasons.ts'
import { bandFromModel } from '../model/frequencies.ts'
import type { Model } from '../model/model.ts'
import { score } from '../model/score.ts'
import { weigh } from '../model/weights.ts'
import { encodeRecord } from '../record/encode.ts'
import { unpackRecord } from '../record/pack.ts'
import type { PersonRecord } from '../record/person-record.ts'
import { createStore, MOST_POOL, POOL_PER_BYTE } from '../record/store.ts'
import type { Band, Thresholds } from '../settings.ts'
import { bandOfOdds, THRESHOLDS } from '../settings.ts'

/** How one candidate compares with the record asked about. */
export interface ScoredCandidate {
  /** its place among the candidates */
  readonly index: number
  /** log2 odds that it is the same person; for sorting and thresholds, not for showing */
  readonly odds: number
  /** never 'almost certain' for a pair that could be twins */
  readonly band: Band
  readonly reasons: readonly string[]
  /** at or above the link threshold, no possible twins, and more than names agrees: may be linked without asking */
  readonly sure: boolean
}

/**
 * Compares one record with candidates, surest first; those below the review threshold are left out. `others` is
 * how many records it might have been one of: the more there are, the more evidence one match needs. A candidate may
 * be as `storedForm` packed it, by this version.
 */
export function scoreCandidates(
  model: Model,
  record: PersonRecord,
  candidates: readonly (PersonRecord | Buffer)[],
  { others, thresholds = THRESHOLDS }: { others: number; thresholds?: Thresholds },
): ScoredCandidate[] {
  const records = [record, ...candidates]
  const room = (each: PersonRecord | Buffer) =>
    Buffer.isBuffer(each) ? each.length * POOL_PER_BYTE : MOST_POOL
  const store = createStore(
    records.length,
    records.reduce((sum, each) => sum + room(each), 0),
  )
  let end = 0
  for (const [i, each] of records.entries())
    end = Buffer.isBuffer(each) ? unpackRecord(store, i, each, end) : encodeRecord(store, i, each, end)
  bandFromModel(store, records.length, model.frequencies)
  const weights = weigh(model, others)
  const levels = newLevels()
  const found: ScoredCandidate[] = []
  for (let index = 0; index < candidates.length; index++) {
    compare(store, 0, index + 1, weights.inUse, levels)
    const odds = score(weights, levels)
    if (odds < thresholds.review) continue
    const held = leftToAPerson(weights, levels)
    const band = bandOfOdds(odds, thresholds)
    found.push({
      index,
      odds,
      band: held && band === 'almost certain' ? 'likely' : band,
      reasons: reasonsOf(levels),
      sure: odds >= thresholds.link && !held && agreesBeyondName(levels),
    })
  }
  return found.sort((a, b) => b.odds - a.odds || a.index - b.index)
}
