import { ROW, SLOT } from '../record/layout.ts'
import type { RecordStore } from '../record/store.ts'
import type { PairList, PairRules } from './pairs-by-key.ts'
import { sharedList } from './list-keys.ts'
import { radixSort } from './radix-sort.ts'

/** Strong and weak keys may each bring this many pairs a record, but always so many in all; the commonest keys go first. */
const STRONG_PAIRS_A_RECORD = 8
const WEAK_PAIRS_A_RECORD = 2
const STRONG_PAIRS = 3_000_000
const WEAK_PAIRS = 1_000_000
/** The fewer records, the more pairs weak keys may bring: up to so many in all where each record has thousands to meet. */
const MOST_WEAK_PAIRS = 4_000_000
const MEETINGS = 1e11
/** A key is dropped when more records than this share it: it tells nobody apart. Among few records it may be shared by more. */
const LARGEST_BLOCK = 200
const LARGEST_BLOCK_OF_FEW = 400

/** How many pairs keys may bring among n records, so that work grows with n and not with its square. */
export function pairRules(n: number, boundary: number, parts: number, thorough: boolean): PairRules {
  const weak = Math.max(WEAK_PAIRS, n * WEAK_PAIRS_A_RECORD, Math.min(MOST_WEAK_PAIRS, MEETINGS / n))
  return {
    boundary,
    largest: thorough ? LARGEST_BLOCK_OF_FEW : LARGEST_BLOCK,
    strong: Math.max(STRONG_PAIRS, n * STRONG_PAIRS_A_RECORD) / parts,
    weak: weak / parts,
  }
}

/**
 * An order of records in which those whose surnames sound alike stand together. Pairs are scored in this order:
 * most candidates share a surname's sound, so their rows are still in the processor's cache.
 */
export interface Neighbours {
  /** record at each place */
  readonly order: Int32Array
  /** place of each record */
  readonly rank: Int32Array
}

/** Neighbours by the sound of the surname. */
export function neighbours({ rows }: RecordStore, n: number): Neighbours {
  const order = sharedList(n)
  const rank = sharedList(n)
  const sounds = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    order[i] = i
    sounds[i] = rows[i * ROW + SLOT.soundSurname]!
  }
  radixSort(sounds, order)
  for (let k = 0; k < n; k++) rank[order[k]!] = k
  return { order, rank }
}

/** The pairs of these lists whose left record is in one part of the neighbours, in their order, each pair once. */
export function uniquePairs(
  lists: readonly PairList[],
  { order, rank }: Neighbours,
  part: number,
  parts: number,
): PairList {
  const n = order.length
  const from = Math.floor((n * part) / parts)
  const to = Math.floor((n * (part + 1)) / parts)
  let total = 0
  for (const { left } of lists)
    for (let p = 0; p < left.length; p++) if (rank[left[p]!]! >= from && rank[left[p]!]! < to) total++
  const left = sharedList(total)
  const right = sharedList(total)
  let end = 0
  for (const list of lists) {
    for (let p = 0; p < list.left.length; p++) {
      const place = rank[list.left[p]!]!
      if (place < from || place >= to) continue
      left[end] = place
      right[end++] = list.right[p]!
    }
  }
  radixSort(left, right, Math.ceil(Math.log2(n + 1)))
  const seen = new Int32Array(n).fill(-1)
  end = 0
  for (let p = 0; p < total; p++) {
    const i = order[left[p]!]!
    const j = right[p]!
    if (seen[j] === i) continue
    seen[j] = i
    left[end] = i
    right[end++] = j
  }
  return { left: left.subarray(0, end), right: right.subarray(0, end) }
}
