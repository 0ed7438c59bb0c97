import { allKeys, buildBlocks } from '../blocking/blocks.ts'
import type { Judge, ScoredPairs } from '../clustering/cluster.ts'
import { cluster } from '../clustering/cluster.ts'
import { compare } from '../comparison/compare.ts'
import { couldBeTwins, sharesOwn } from '../comparison/guard.ts'
import { estimateModel } from '../model/estimate.ts'
import { bandAll } from '../model/frequencies.ts'
import type { Model, Weights } from '../model/model.ts'
import { score, weigh } from '../model/model.ts'
import { inUseBand, sampleCandidates, sampleRandom } from '../model/sample.ts'
import { contentHash } from '../record/content-hash.ts'
import { FIELD_COUNT } from '../record/layout.ts'
import type { RecordStore } from '../record/store.ts'
import type { Thresholds } from '../settings.ts'
import { THRESHOLDS } from '../settings.ts'
import { scorePairs } from './score-pairs.ts'

export interface LinkOptions {
  /** Above 0: records before it are one file, the rest another, and only pairs across are looked at. */
  readonly boundary?: number
  /** A model kept from before; without one it is estimated from these records. */
  readonly model?: Model | undefined
  readonly thresholds?: Thresholds
  /** Told how long each stage took, in milliseconds. */
  readonly timed?: (stage: string, milliseconds: number) => void
}

export interface Linked {
  readonly model: Model
  /** Every pair at or above the review threshold. */
  readonly pairs: ScoredPairs
  /** For each record the smallest record of the same person. */
  readonly identities: Int32Array
  readonly candidates: number
}

/** Links the first n records of a store: bands, keys, blocks, estimate, score, cluster. Nothing is kept elsewhere. */
export function linkStore(store: RecordStore, n: number, options: LinkOptions = {}): Linked {
  const { boundary = 0, thresholds = THRESHOLDS, timed } = options
  let clock = performance.now()
  const lap = (stage: string) => {
    timed?.(stage, performance.now() - clock)
    clock = performance.now()
  }
  bandAll(store, n)
  lap('count values')
  const blocks = buildBlocks(allKeys(store, n))
  lap('block')
  const model =
    options.model ?? estimateFrom(store, n, boundary, () => sampleCandidates(store, blocks, boundary))
  lap('estimate')
  const weights = weigh(model, boundary ? n - boundary : n - 1)
  const scored = scorePairs(store, blocks, weights, { from: 0, to: n, boundary }, thresholds.review)
  lap('score')
  const identities = cluster(n, scored, thresholds.link, judgeOf(store, weights))
  lap('cluster')
  return { model, pairs: scored, identities, candidates: scored.compared }
}

/** Estimates a model from a store whose bands are written. */
export function estimateFrom(
  store: RecordStore,
  n: number,
  boundary: number,
  candidatesOf: () => ReturnType<typeof sampleCandidates>,
): Model {
  return estimateModel({
    records: n,
    allPairs: Math.max(1, boundary ? boundary * (n - boundary) : (n * (n - 1)) / 2),
    others: Math.max(1, boundary ? n - boundary : n - 1),
    ...candidatesOf(),
    random: sampleRandom(store, n, boundary),
    inUseBand: inUseBand(n),
  })
}

/** Answers the clusterer's questions from the records themselves. */
export function judgeOf(store: RecordStore, weights: Weights): Judge {
  const levels = new Uint8Array(FIELD_COUNT)
  return {
    odds: (i, j) => {
      compare(store, i, j, weights.inUse, levels)
      return score(weights, levels)
    },
    held: () => weights.holdTwins && couldBeTwins(levels),
    own: () => sharesOwn(levels),
    content: (i) => contentHash(store, i),
  }
}
