import type { PairList, PairRules } from './pairs-by-key.ts'
import { sharedList } from './list-keys.ts'
import { radixSort } from './radix-sort.ts'

/** Strong and weak keys may each bring this many pairs a record, but always so many in all; the commonest keys go first. */
const STRONG_PAIRS_A_RECORD = 12
const WEAK_PAIRS_A_RECORD = 4
const STRONG_PAIRS = 3_000_000
const WEAK_PAIRS = 1_000_000

/** How many pairs keys may bring among n records, so that work grows with n and not with its square. */
export function pairRules(n: number, boundary: number, parts: number): PairRules {
  return {
    boundary,
    strong: Math.max(STRONG_PAIRS, n * STRONG_PAIRS_A_RECORD) / parts,
    weak: Math.max(WEAK_PAIRS, n * WEAK_PAIRS_A_RECORD) / parts,
  }
}

/** Lays lists of pairs of n records end to end, in order of the left record, each pair once. */
export function uniquePairs(lists: readonly PairList[], n: number): PairList {
  const total = lists.reduce((sum, list) => sum + list.left.length, 0)
  const left = sharedList(total)
  const right = sharedList(total)
  let end = 0
  for (const list of lists) {
    left.set(list.left, end)
    right.set(list.right, end)
    end += list.left.length
  }
  radixSort(left, right, Math.ceil(Math.log2(n + 1)))
  const seen = new Int32Array(n).fill(-1)
  end = 0
  for (let p = 0; p < total; p++) {
    const i = left[p]!
    const j = right[p]!
    if (seen[j] === i) continue
    seen[j] = i
    left[end] = i
    right[end++] = j
  }
  return { left: left.subarray(0, end), right: right.subarray(0, end) }
}
