import type { PairList } from '../../src/modules/people/matching/index.ts'
import {
  createStore,
  encodeRecord,
  estimatedError,
  judgeOf,
  linkStore,
  THRESHOLDS,
  weigh,
} from '../../src/modules/people/matching/index.ts'
import type { ColumnMap } from './column-map.ts'
import { checkColumns, mapRows, truthOf } from './column-map.ts'
import type { Truth } from './measure.ts'
import { atThresholds, truePairs } from './measure.ts'
import { readRows } from './read-rows.ts'
import { storedKeysRecall } from './stored-keys-recall.ts'

/** Thresholds printed, in log2 odds, besides the shipped one. */
const LADDER = [-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20]

export interface SetToRun {
  readonly name: string
  readonly file: string
  readonly file2?: string | undefined
  readonly map: ColumnMap
  readonly truth: string
}

/** Links one data set with the shipped settings and measures the answer against its truth. */
export async function runSet({ name, file, file2, map, truth: column }: SetToRun) {
  const first = readRows(file)
  const second = file2 ? readRows(file2) : []
  checkColumns(file, first, map, column)
  if (file2) checkColumns(file2, second, map, column)
  const rows = [...first, ...second]
  const boundary = file2 ? first.length : 0
  const { records, order } = mapRows(rows, map)
  const truth: Truth = { people: truthOf(rows, column, map.truth_pattern), boundary }
  const started = performance.now()
  const store = createStore(rows.length)
  let end = 0
  records.forEach((record, i) => (end = encodeRecord(store, i, record, end, order)))
  const linked = await linkStore(store, rows.length, { boundary })
  const milliseconds = performance.now() - started
  const { model, pairs, candidates, threshold: shipped } = linked
  const judge = judgeOf(store, weigh(model, boundary ? rows.length - boundary : rows.length - 1))
  const thresholds = [...new Set([...LADDER, THRESHOLDS.link, shipped])].sort((a, b) => a - b)
  const links = pairs.odds.filter((odds, p) => odds >= shipped && pairs.held[p] === 0)
  return {
    name,
    records: rows.length,
    true_pairs: truePairs(truth),
    candidate_pairs: candidates.reduce((sum, { left }) => sum + left.length, 0),
    blocking_recall: blockingRecall(candidates, truth),
    milliseconds: Math.round(milliseconds),
    shipped_threshold: shipped,
    model: linked.estimated ? 'estimated' : 'the starting model',
    held_for_a_person: pairs.held.reduce((sum, held) => sum + held, 0),
    for_review: pairs.odds.reduce((sum, odds, p) => sum + (odds < shipped || pairs.held[p] ? 1 : 0), 0),
    estimated_error: estimatedError(links),
    thresholds: atThresholds(pairs, truth, judge, thresholds),
    // last, because it forgets every number of a person's own
    stored_keys_recall: storedKeysRecall(store, rows.length, model, truth),
  }
}
export type SetResult = Awaited<ReturnType<typeof runSet>>

/** The share of true pairs that share a key and so can be found at all. */
function blockingRecall(candidates: readonly PairList[], truth: Truth): number {
  let found = 0
  for (const { left, right } of candidates)
    left.forEach((i, p) => (found += truth.people[i] === truth.people[right[p]!] ? 1 : 0))
  return truePairs(truth) === 0 ? 1 : found / truePairs(truth)
}
