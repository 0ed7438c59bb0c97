import type { PairList } from '../blocking/pairs-by-key.ts'
import { EXACT } from '../comparison/levels.ts'
import { countNamesakes, impliedFields } from '../model/dependence.ts'
import { estimateModel } from '../model/estimate.ts'
import type { Frequencies } from '../model/frequencies.ts'
import { COUNTED_FIELDS } from '../model/frequencies.ts'
import type { Model } from '../model/model.ts'
import { inUseBand, sampleStep } from '../model/sample.ts'
import type { RecordStore } from '../record/store.ts'
import type { Crew } from './crew.ts'
import * as stages from './stages.ts'
import { STAGES } from './stages.ts'

/** From this many further records a person on, a value's count is mostly one person's own and must be put right. */
const OWN_COUNTS = 1

/** Random pairs are drawn in so many parts, whatever the threads, so that their number changes no answer. */
const DRAWS = 2

/** Counts how common values are and writes it into the rows; `own`: how many of a value's records are one person's. */
export async function countStore(
  store: RecordStore,
  n: number,
  crew: Crew,
  own: readonly number[] = [],
): Promise<Frequencies[]> {
  const jobs = Array.from({ length: crew.size }, (_, part) => {
    const fields = COUNTED_FIELDS.filter((_field, k) => k % crew.size === part)
    return { store, n, fields, own }
  })
  return (await crew.each(STAGES, 'bands', stages.bands, jobs)).flat()
}

/**
 * Estimates a model from a store whose values are counted and whose candidate pairs are known. Where a person has
 * several records, values are counted again without the person's own, and the model estimated once more.
 */
export async function estimateStore(
  store: RecordStore,
  n: number,
  boundary: number,
  candidates: readonly PairList[],
  counted: readonly Frequencies[],
  crew: Crew,
): Promise<Model> {
  const first = await estimate(store, n, boundary, candidates, counted, crew)
  if (first.matches_per_record <= OWN_COUNTS) return first
  const own = first.match.map((chances) => (first.matches_per_record - 1) * chances[EXACT]!)
  return estimate(store, n, boundary, candidates, await countStore(store, n, crew, own), crew)
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
  const jobs = candidates.map((own) => ({ store, n, candidates: own, step }))
  const draws = Array.from({ length: DRAWS }, (_, part) => ({ store, n, boundary, part, parts: DRAWS }))
  return estimateModel({
    records: n,
    allPairs: Math.max(1, boundary ? boundary * (n - boundary) : (n * (n - 1)) / 2),
    others: Math.max(1, boundary ? n - boundary : n - 1),
    candidates: await crew.each(STAGES, 'sample', stages.sample, jobs),
    each: step,
    random: await crew.each(STAGES, 'random', stages.random, draws),
    inUseBand: inUseBand(n),
    implied: impliedFields(store, n),
    namesakes: countNamesakes(store, n),
    frequencies,
  })
}
