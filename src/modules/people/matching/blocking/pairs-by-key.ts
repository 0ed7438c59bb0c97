import { LARGEST_BLOCK } from './keys.ts'
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
  /** how many pairs strong and weak keys may bring at most */
  readonly strong: number
  readonly weak: number
}

/**
 * The pairs that share a key of these lists (which are in order of their owners), left before right, dealt into
 * `parts` by the left record; a pair that shares several keys comes several times. Keys that too many records
 * hold are dropped, then the commonest, until no more pairs are left than the rules allow.
 */
export function pairsByKey(lists: readonly KeyList[], rules: PairRules, parts: number): PairList[] {
  const { sorted, owners } = sharedKeys(lists)
  radixSort(sorted, owners)
  const sizes = [new Float64Array(LARGEST_BLOCK + 1), new Float64Array(LARGEST_BLOCK + 1)] as const
  eachRun(sorted, LARGEST_BLOCK, (from, to) => {
    sizes[sorted[from]! & 1]![to - from]! += 1
  })
  const largest = [largestBlock(sizes[0], rules.strong), largestBlock(sizes[1], rules.weak)] as const
  const keep = (from: number, to: number) => to - from <= largest[sorted[from]! & 1]!
  const lengths = new Int32Array(parts)
  eachPair(sorted, owners, rules.boundary, keep, (left) => lengths[left % parts]!++)
  const dealt = Array.from(lengths, (length) => ({
    left: sharedList(length),
    right: sharedList(length),
    end: 0,
  }))
  eachPair(sorted, owners, rules.boundary, keep, (left, right) => {
    const part = dealt[left % parts]!
    part.left[part.end] = left
    part.right[part.end++] = right
  })
  return dealt.map(({ left, right }) => ({ left, right }))
}

/** Each run of one key that is neither alone nor longer than `longest`. */
function eachRun(sorted: Int32Array, longest: number, run: (from: number, to: number) => void): void {
  for (let from = 0; from < sorted.length;) {
    let to = from + 1
    while (to < sorted.length && sorted[to] === sorted[from]) to++
    if (to - from > 1 && to - from <= longest) run(from, to)
    from = to
  }
}

/** Pairs that came lately are remembered in so many places, and most repeats are left out at once. */
const RECENT_SHIFT = 12
const RECENT = 1 << (32 - RECENT_SHIFT)

function eachPair(
  sorted: Int32Array,
  owners: Int32Array,
  boundary: number,
  keep: (from: number, to: number) => boolean,
  pair: (left: number, right: number) => void,
): void {
  const lately = new Int32Array(2 * RECENT)
  eachRun(sorted, LARGEST_BLOCK, (from, to) => {
    if (!keep(from, to)) return
    for (let i = from; i < to; i++) {
      const left = owners[i]!
      if (boundary > 0 && left >= boundary) return
      for (let j = i + 1; j < to; j++) {
        const right = owners[j]!
        if (right < boundary) continue
        const at = 2 * ((Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> RECENT_SHIFT)
        if (lately[at] === left && lately[at + 1] === right) continue
        lately[at] = left
        lately[at + 1] = right
        pair(left, right)
      }
    }
  })
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
