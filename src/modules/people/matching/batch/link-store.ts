import { pairRules } from '../blocking/candidates.ts'
import { THOROUGH_UP_TO } from '../blocking/list-keys.ts'
import type { PairList } from '../blocking/pairs-by-key.ts'
import type { Judge, ScoredPairs } from '../clustering/cluster.ts'
import { cluster } from '../clustering/cluster.ts'
import { compare } from '../comparison/compare.ts'
import { couldBeTwins, sharesOwn } from '../comparison/guard.ts'
import { estimateModel } from '../model/estimate.ts'
import type { Frequencies } from '../model/frequencies.ts'
import { COUNTED_FIELDS } from '../model/frequencies.ts'
import type { Model, Weights } from '../model/model.ts'
import { score, weigh } from '../model/model.ts'
import { inUseBand, sampleStep } from '../model/sample.ts'
import { FIELD_COUNT } from '../record/layout.ts'
import type { RecordStore } from '../record/store.ts'
import type { Thresholds } from '../settings.ts'
import { THRESHOLDS } from '../settings.ts'
import type { Crew } from './crew.ts'
import { ALONE } from './crew.ts'
import { joinPairs } from './score-pairs.ts'
import * as stages from './stages.ts'

const STAGES = new URL('./stages.ts', import.meta.url).href

export interface LinkOptions {
  /** Above 0: records before it are one file, the rest another, and only pairs across are looked at. */
  readonly boundary?: number
  /** A model kept from before; without one it is estimated from these records. */
  readonly model?: Model | undefined
  readonly thresholds?: Thresholds
  /** Threads to share the work with. */
  readonly crew?: Crew
  /** Told how long each stage took, in milliseconds. */
  readonly timed?: (stage: string, milliseconds: number) => void
}

export interface Linked {
  readonly model: Model
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
  const members = Array.from({ length: crew.size }, (_, part) => part)
  const fields = members.map((part) => COUNTED_FIELDS.filter((_, k) => k % crew.size === part))
  const frequencies = await crew.each(
    STAGES,
    'bands',
    stages.bands,
    fields.map((own) => ({ store, n, fields: own })),
  )
  lap('count values')
  const candidates = await block(store, n, boundary, crew)
  lap('block')
  const model = options.model ?? (await estimate(store, n, boundary, candidates, frequencies.flat(), crew))
  lap('estimate')
  const weights = weigh(model, boundary ? n - boundary : n - 1)
  const jobs = candidates.map((own) => ({ store, candidates: own, weights, least: thresholds.review }))
  const pairs = joinPairs(await crew.each(STAGES, 'score', stages.score, jobs))
  lap('score')
  const identities = cluster(n, pairs, thresholds.link, judgeOf(store, weights))
  lap('cluster')
  return { model, pairs, identities, candidates }
}

/** Candidate pairs, each once, in a list for each member of the crew. */
async function block(store: RecordStore, n: number, boundary: number, crew: Crew): Promise<PairList[]> {
  const parts = n > THOROUGH_UP_TO ? crew.size : 1
  const share = Math.ceil(n / parts)
  const ranges = Array.from({ length: parts }, (_, k) => {
    const range = { from: k * share, to: Math.min(n, (k + 1) * share) }
    return { store, ...range, parts, thorough: n <= THOROUGH_UP_TO }
  })
  const listed = await crew.each(STAGES, 'keys', stages.keys, ranges)
  const rules = pairRules(n, boundary, parts)
  const byKey = ranges.map((_, p) => ({ lists: listed.map((lists) => lists[p]!), rules, parts: crew.size }))
  const dealt = await crew.each(STAGES, 'pairs', stages.pairs, byKey)
  const byLeft = Array.from({ length: crew.size }, (_, p) => ({ lists: dealt.map((lists) => lists[p]!), n }))
  return crew.each(STAGES, 'unique', stages.unique, byLeft)
}

async function estimate(
  store: RecordStore,
  n: number,
  boundary: number,
  candidates: readonly PairList[],
  frequencies: readonly Frequencies[],
  crew: Crew,
): Promise<Model> {
  const step = sampleStep(candidates.reduce((sum, { left }) => sum + left.length, 0))
  const parts = candidates.length
  const jobs = candidates.map((own, part) => ({ store, n, boundary, part, parts, candidates: own, step }))
  const samples = await crew.each(STAGES, 'sample', stages.sample, jobs)
  return estimateModel({
    records: n,
    allPairs: Math.max(1, boundary ? boundary * (n - boundary) : (n * (n - 1)) / 2),
    others: Math.max(1, boundary ? n - boundary : n - 1),
    candidates: samples.map((own) => own.candidates),
    each: step,
    random: samples.map((own) => own.random),
    inUseBand: inUseBand(n),
    frequencies,
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
    content: (i) => store.contents[i]!,
  }
}
