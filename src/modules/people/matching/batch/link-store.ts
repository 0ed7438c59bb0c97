import type { Blocks } from '../blocking/blocks.ts'
import { allowance, indexRecords } from '../blocking/blocks.ts'
import { THOROUGH_UP_TO } from '../blocking/list-keys.ts'
import type { Judge, ScoredPairs } from '../clustering/cluster.ts'
import { cluster } from '../clustering/cluster.ts'
import { compare } from '../comparison/compare.ts'
import { couldBeTwins, sharesOwn } from '../comparison/guard.ts'
import { estimateModel } from '../model/estimate.ts'
import type { Frequencies } from '../model/frequencies.ts'
import { COUNTED_FIELDS } from '../model/frequencies.ts'
import type { Model, Weights } from '../model/model.ts'
import { score, weigh } from '../model/model.ts'
import { inUseBand, sampleCandidates } from '../model/sample.ts'
import { contentHash } from '../record/content-hash.ts'
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
  readonly blocks: Blocks
  readonly candidates: number
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
  const blocks = await block(store, n, crew)
  lap('block')
  const model = options.model ?? (await estimate(store, n, boundary, blocks, frequencies.flat(), crew))
  lap('estimate')
  const weights = weigh(model, boundary ? n - boundary : n - 1)
  const jobs = members.map((from) => {
    const which = { from, to: n, step: crew.size, boundary }
    return { store, blocks, weights, which, least: thresholds.review }
  })
  const scored = await crew.each(STAGES, 'score', stages.score, jobs)
  const pairs = joinPairs(scored)
  lap('score')
  const identities = cluster(n, pairs, thresholds.link, judgeOf(store, weights))
  lap('cluster')
  return {
    model,
    pairs,
    identities,
    blocks,
    candidates: scored.reduce((sum, part) => sum + part.compared, 0),
  }
}

async function block(store: RecordStore, n: number, crew: Crew): Promise<Blocks> {
  const parts = n > THOROUGH_UP_TO ? crew.size : 1
  const share = Math.ceil(n / crew.size)
  const ranges = Array.from({ length: crew.size }, (_, k) => {
    const range = { from: Math.min(n, k * share), to: Math.min(n, (k + 1) * share) }
    return { store, ...range, parts, thorough: n <= THOROUGH_UP_TO }
  })
  const listed = await crew.each(STAGES, 'keys', stages.keys, ranges)
  const all = allowance(n)
  const most = { strong: all.strong / parts, weak: all.weak / parts }
  const groups = await crew.each(
    STAGES,
    'groups',
    stages.groups,
    Array.from({ length: parts }, (_, p) => ({
      lists: listed.map((lists) => lists[p]!),
      most,
    })),
  )
  return indexRecords(n, groups)
}

async function estimate(
  store: RecordStore,
  n: number,
  boundary: number,
  blocks: Blocks,
  frequencies: readonly Frequencies[],
  crew: Crew,
): Promise<Model> {
  const candidates = sampleCandidates(store, blocks, boundary)
  const parts = 2
  const draws = Array.from({ length: parts }, (_, part) => ({ store, n, boundary, part, parts }))
  return estimateModel({
    records: n,
    allPairs: Math.max(1, boundary ? boundary * (n - boundary) : (n * (n - 1)) / 2),
    others: Math.max(1, boundary ? n - boundary : n - 1),
    ...candidates,
    random: await crew.each(STAGES, 'random', stages.random, draws),
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
    content: (i) => contentHash(store, i),
  }
}
