import type { PairList } from '../blocking/pairs-by-key.ts'
import type { Decision, ScoredPairs } from '../clustering/cluster.ts'
import { cluster } from '../clustering/cluster.ts'
import type { Model } from '../model/model.ts'
import { weigh } from '../model/weights.ts'
import type { RecordStore } from '../record/store.ts'
import type { Thresholds } from '../settings.ts'
import { sureEnough, THRESHOLDS } from '../settings.ts'
import { blockStore } from './block-store.ts'
import type { Crew } from './crew.ts'
import { ALONE } from './crew.ts'
import { countStore, estimateStore } from './estimate-store.ts'
import { judgeOf } from './judge.ts'
import { joinPairs } from './score-pairs.ts'
import * as stages from './stages.ts'
import { STAGES } from './stages.ts'

/** How many stages `timed` is told of. */
export const LINK_STAGES = 5

export interface LinkOptions {
  /** Above 0: records before it are one file, the rest another, and only pairs across are looked at. */
  readonly boundary?: number
  /** A model kept from before; without one it is estimated from these records. */
  readonly model?: Model | undefined
  readonly thresholds?: Thresholds
  /** What people have decided about pairs: kept whatever the scores say. */
  readonly decisions?: readonly Decision[]
  /** Threads to share the work with. */
  readonly crew?: Crew
  /** Told how long each stage took, in milliseconds. */
  readonly timed?: (stage: string, milliseconds: number) => void
}

export interface Linked {
  /** What the pairs were weighed by. */
  readonly model: Model
  /** Whether these records taught what those of one person look like; else they say too little of it, or a model was given. */
  readonly estimated: boolean
  /** The odds from which pairs were linked: `thresholds.link`, or more where its links would be wrong too often. */
  readonly threshold: number
  /** Every pair at or above the review threshold. */
  readonly pairs: ScoredPairs
  /** For each record the smallest record of the same person. */
  readonly identities: Int32Array
  /** Every pair that was looked at. */
  readonly candidates: readonly PairList[]
}

/** Links the first n records of a store: count, block, estimate, score, cluster. Nothing is kept elsewhere. */
export async function linkStore(store: RecordStore, n: number, options: LinkOptions = {}): Promise<Linked> {
  const { boundary = 0, thresholds = THRESHOLDS, crew = ALONE, timed } = options
  let clock = performance.now()
  const lap = (stage: string) => {
    timed?.(stage, performance.now() - clock)
    clock = performance.now()
  }
  const counted = await countStore(store, n, crew)
  lap('count values')
  const candidates = await blockStore(store, n, boundary, crew)
  lap('block')
  const model = options.model ?? (await estimateStore(store, n, boundary, candidates, counted, crew))
  lap('estimate')
  const weights = weigh(model, boundary ? n - boundary : n - 1)
  const jobs = candidates.map((own) => ({ store, candidates: own, weights, least: thresholds.review }))
  const pairs = joinPairs(await crew.each(STAGES, 'score', stages.score, jobs))
  lap('score')
  const threshold = sureEnough(
    pairs.odds.filter((_, p) => pairs.held[p] === 0),
    thresholds,
  )
  const identities = cluster(n, pairs, threshold, judgeOf(store, weights), options.decisions)
  lap('cluster')
  const estimated = !options.model && model.learnt
  return { model, estimated, threshold, pairs, identities, candidates }
}
