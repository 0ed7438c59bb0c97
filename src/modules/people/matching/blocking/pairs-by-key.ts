import type { KeyList } from './list-keys.ts'
import { sharedList } from './list-keys.ts'
import { radixSort } from './radix-sort.ts'

/** Pairs of records, side by side. */
export interface PairList {
  readonly left: Int32Array
  readonly right: Int32Array
}

/** What may become a pair. */
export interface PairRules {
  /** above 0: only pairs across it (two files laid end to end) */
  readonly boundary: number
  /** a key that more records than this share is dropped */
  readonly largest: number
  /** how many pairs strong and weak keys may bring at most */
  readonly strong: number
  readonly weak: number
}

/**
 * The pairs that share a key of these lists (which are in order of their owners), left before right; a pair that
 * shares several keys comes several times. Keys that too many records hold are dropped, then the commonest, until
 * no more pairs are left than the rules allow.
 */
export function pairsByKey(
  lists: readonly KeyList[],
  { boundary, largest, strong, weak }: PairRules,
): PairList {
  const { sorted, owners } = sharedKeys(lists)
  radixSort(sorted, owners)
  const sizes = [new Float64Array(largest + 1), new Float64Array(largest + 1)] as const
  eachRun(sorted, largest, (from, to) => {
    sizes[sorted[from]! & 1]![to - from]! += 1
  })
  const within = [largestBlock(sizes[0], strong), largestBlock(sizes[1], weak)] as const
  const room = pairsWithin(sizes[0], within[0]) + pairsWithin(sizes[1], within[1])
  const left = sharedList(room)
  const right = sharedList(room)
  let end = 0
  eachRun(sorted, largest, (from, to) => {
    if (to - from > within[sorted[from]! & 1]!) return
    for (let i = from; i < to; i++) {
      const one = owners[i]!
      if (boundary > 0 && one >= boundary) return
      for (let j = i + 1; j < to; j++) {
        if (owners[j]! < boundary) continue
        left[end] = one
        right[end++] = owners[j]!
      }
    }
  })
  return { left: left.subarray(0, end), right: right.subarray(0, end) }
}

/** Each run of one key that is neither alone nor longer than `largest`. */
function eachRun(sorted: Int32Array, largest: number, run: (from: number, to: number) => void): void {
  for (let from = 0; from < sorted.length;) {
    let to = from + 1
    while (to < sorted.length && sorted[to] === sorted[from]) to++
    if (to - from > 1 && to - from <= largest) run(from, to)
    from = to
  }
}

/** Pairs in blocks of up to `largest` records; sizes[k] is how many blocks have k. */
function pairsWithin(sizes: Float64Array, largest: number): number {
  let pairs = 0
  for (let size = 2; size <= largest && size < sizes.length; size++)
    pairs += (sizes[size]! * size * (size - 1)) / 2
  return pairs
}

/** The largest block that keeps the pairs of all blocks of its kind within the allowance. */
function largestBlock(sizes: Float64Array, allowance: number): number {
  let pairs = 0
  for (let size = 2; size < sizes.length; size++) {
    pairs += (sizes[size]! * size * (size - 1)) / 2
    if (pairs > allowance) return size - 1
  }
  return sizes.length
}

/** Entries whose key was met more than once, by a filter of two bits a place. */
function sharedKeys(lists: readonly KeyList[]) {
  const total = lists.reduce((sum, list) => sum + list.keys.length, 0)
  const mask = 2 ** Math.max(10, Math.ceil(Math.log2(total * 4))) - 1
  const once = new Int32Array((mask + 1) >>> 5 || 1)
  const twice = new Int32Array((mask + 1) >>> 5 || 1)
  for (const { keys } of lists) {
    for (let k = 0; k < keys.length; k++) {
      const at = Math.imul(keys[k]!, 0x9e3779b1) & mask
      const bit = 1 << (at & 31)
      if (once[at >>> 5]! & bit) twice[at >>> 5]! |= bit
      else once[at >>> 5]! |= bit
    }
  }
  const isShared = (key: number) => {
    const at = Math.imul(key, 0x9e3779b1) & mask
    return (twice[at >>> 5]! & (1 << (at & 31))) !== 0
  }
  let shared = 0
  for (const { keys } of lists) for (let k = 0; k < keys.length; k++) if (isShared(keys[k]!)) shared++
  const sorted = new Int32Array(shared)
  const owners = new Int32Array(shared)
  let end = 0
  for (const list of lists) {
    for (let k = 0; k < list.keys.length; k++) {
      if (!isShared(list.keys[k]!)) continue
      sorted[end] = list.keys[k]!
      owners[end++] = list.owners[k]!
    }
  }
  return { sorted, owners }
}
