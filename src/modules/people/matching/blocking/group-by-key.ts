import { LARGEST_BLOCK } from './keys.ts'
import type { KeyList } from './list-keys.ts'

/** Groups of records by shared key: starts[k] … starts[k + 1] of members. */
export interface Groups {
  readonly starts: Int32Array
  readonly members: Int32Array
}

/**
 * Groups the entries of lists (in order of their owners) by key. Keys that one record alone holds, or too many,
 * are dropped; then the commonest, until no more pairs are left than `most`.
 */
export function groupByKey(lists: readonly KeyList[], most: { strong: number; weak: number }): Groups {
  const { sorted, owners } = sharedKeys(lists)
  sortByKey(sorted, owners)
  const sizes = [new Float64Array(LARGEST_BLOCK + 1), new Float64Array(LARGEST_BLOCK + 1)] as const
  let blocks = 0
  let entries = 0
  eachRun(sorted, (from, to) => {
    sizes[sorted[from]! & 1]![to - from]! += 1
  })
  const largest = [largestBlock(sizes[0], most.strong), largestBlock(sizes[1], most.weak)] as const
  const keep = (from: number, to: number) => to - from <= largest[sorted[from]! & 1]!
  eachRun(sorted, (from, to) => {
    if (keep(from, to)) (blocks++, (entries += to - from))
  })
  const starts = new Int32Array(new SharedArrayBuffer(4 * (blocks + 1)))
  const members = new Int32Array(new SharedArrayBuffer(4 * entries))
  let block = 0
  eachRun(sorted, (from, to) => {
    if (!keep(from, to)) return
    members.set(owners.subarray(from, to), starts[block]!)
    starts[block + 1] = starts[block]! + to - from
    block++
  })
  return { starts, members }
}

/** Each run of one key that is neither alone nor too long. */
function eachRun(sorted: Int32Array, run: (from: number, to: number) => void): void {
  for (let from = 0; from < sorted.length;) {
    let to = from + 1
    while (to < sorted.length && sorted[to] === sorted[from]) to++
    if (to - from > 1 && to - from <= LARGEST_BLOCK) run(from, to)
    from = to
  }
}

/** Entries whose key was met more than once, by a filter of two bits a place. */
function sharedKeys(lists: readonly KeyList[]) {
  const total = lists.reduce((sum, list) => sum + list.keys.length, 0)
  const mask = 2 ** Math.max(10, Math.ceil(Math.log2(total * 4))) - 1
  const once = new Uint8Array((mask + 1) >>> 3)
  const twice = new Uint8Array((mask + 1) >>> 3)
  const spot = (key: number) => (Math.imul(key, 0x9e3779b1) >>> 0) & mask
  for (const { keys } of lists) {
    for (let k = 0; k < keys.length; k++) {
      const at = spot(keys[k]!)
      const bit = 1 << (at & 7)
      if (once[at >>> 3]! & bit) twice[at >>> 3]! |= bit
      else once[at >>> 3]! |= bit
    }
  }
  let shared = 0
  const isShared = (key: number) => (twice[spot(key) >>> 3]! & (1 << (spot(key) & 7))) !== 0
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

/** Sorts both arrays by key, three passes of eleven bits; records under one key stay in order. */
function sortByKey(keys: Int32Array, owners: Int32Array) {
  let fromKeys: Int32Array = keys
  let fromOwners: Int32Array = owners
  let toKeys: Int32Array = new Int32Array(keys.length)
  let toOwners: Int32Array = new Int32Array(keys.length)
  const counts = new Int32Array(2049)
  for (const shift of [0, 11, 22]) {
    counts.fill(0)
    for (let i = 0; i < fromKeys.length; i++) counts[((fromKeys[i]! >>> shift) & 2047) + 1]!++
    for (let d = 1; d <= 2048; d++) counts[d]! += counts[d - 1]!
    for (let i = 0; i < fromKeys.length; i++) {
      const at = counts[(fromKeys[i]! >>> shift) & 2047]!++
      toKeys[at] = fromKeys[i]!
      toOwners[at] = fromOwners[i]!
    }
    ;[fromKeys, toKeys, fromOwners, toOwners] = [toKeys, fromKeys, toOwners, fromOwners]
  }
  if (fromKeys !== keys) {
    keys.set(fromKeys)
    owners.set(fromOwners)
  }
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
