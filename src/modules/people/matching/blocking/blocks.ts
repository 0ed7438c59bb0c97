import type { RecordStore } from '../record/store.ts'
import { blockKeys, LARGEST_BLOCK, MOST_KEYS } from './keys.ts'

/** Which records share a key: blocks as runs of record numbers, and the blocks of each record. */
export interface Blocks {
  readonly records: number
  /** members of block k: members[starts[k] … starts[k + 1]), ascending */
  readonly starts: Int32Array
  readonly members: Int32Array
  /** blocks of record i: ofRecord[recordStarts[i] … recordStarts[i + 1]) */
  readonly recordStarts: Int32Array
  readonly ofRecord: Int32Array
}

/** Weak keys (one fact alone) may add this many pairs a record, at least a million in all; the commonest go first. */
const WEAK_PAIRS_A_RECORD = 4

/** Up to this many records, keys of one fact alone are made too; in more, almost all of them would be dropped. */
export const THOROUGH_UP_TO = 100_000

/** Keys of all records, one run a record. */
export interface Keys {
  readonly starts: Int32Array
  readonly keys: Int32Array
}

/** Computes the keys of records 0 to n. */
export function allKeys(store: RecordStore, n: number, thorough = n <= THOROUGH_UP_TO): Keys {
  const starts = new Int32Array(n + 1)
  let keys = new Int32Array(n * 32 + MOST_KEYS)
  const own = new Int32Array(MOST_KEYS)
  let end = 0
  for (let i = 0; i < n; i++) {
    const count = blockKeys(store, i, own, thorough)
    if (end + count > keys.length) {
      const more = new Int32Array(keys.length * 2)
      more.set(keys)
      keys = more
    }
    for (let k = 0; k < count; k++) keys[end++] = own[k]!
    starts[i + 1] = end
  }
  return { starts, keys: keys.subarray(0, end) }
}

/** Groups records by shared key. Keys that one record alone holds, or too many, are dropped. */
export function buildBlocks({ starts, keys }: Keys): Blocks {
  const n = starts.length - 1
  const { sorted, owners } = sharedKeys(starts, keys)
  sortByKey(sorted, owners)
  const runs: number[] = []
  const sizes = new Float64Array(LARGEST_BLOCK + 1)
  for (let from = 0; from < sorted.length;) {
    let to = from + 1
    while (to < sorted.length && sorted[to] === sorted[from]) to++
    if (to - from > 1 && to - from <= LARGEST_BLOCK) {
      runs.push(from, to)
      if (sorted[from]! & 1) sizes[to - from]! += 1
    }
    from = to
  }
  const weakest = largestWeakBlock(sizes, Math.max(1_000_000, n * WEAK_PAIRS_A_RECORD))
  return collect(n, sorted, owners, runs, weakest)
}

/** Entries whose key was met more than once, by a filter of two bits a place. */
function sharedKeys(starts: Int32Array, keys: Int32Array) {
  const mask = 2 ** Math.max(10, Math.ceil(Math.log2(keys.length * 4))) - 1
  const once = new Uint8Array((mask + 1) >>> 3)
  const twice = new Uint8Array((mask + 1) >>> 3)
  const spot = (key: number) => (Math.imul(key, 0x9e3779b1) >>> 0) & mask
  for (let k = 0; k < keys.length; k++) {
    const at = spot(keys[k]!)
    const bit = 1 << (at & 7)
    if (once[at >>> 3]! & bit) twice[at >>> 3]! |= bit
    else once[at >>> 3]! |= bit
  }
  let shared = 0
  for (let k = 0; k < keys.length; k++) {
    const at = spot(keys[k]!)
    if (twice[at >>> 3]! & (1 << (at & 7))) shared++
  }
  const sorted = new Int32Array(shared)
  const owners = new Int32Array(shared)
  let end = 0
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const at = spot(keys[k]!)
      if (!(twice[at >>> 3]! & (1 << (at & 7)))) continue
      let repeated = false
      for (let j = starts[i]!; j < k && !repeated; j++) repeated = keys[j] === keys[k]
      if (repeated) continue
      sorted[end] = keys[k]!
      owners[end++] = i
    }
  }
  return { sorted: sorted.subarray(0, end), owners: owners.subarray(0, end) }
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

/** The largest weak block that keeps the pairs of all weak blocks within the allowance. */
function largestWeakBlock(sizes: Float64Array, allowance: number): number {
  let pairs = 0
  for (let size = 2; size < sizes.length; size++) {
    pairs += (sizes[size]! * size * (size - 1)) / 2
    if (pairs > allowance) return size - 1
  }
  return sizes.length
}

function collect(n: number, keys: Int32Array, owners: Int32Array, runs: number[], weakest: number): Blocks {
  const kept: number[] = []
  for (let r = 0; r < runs.length; r += 2) {
    const weak = keys[runs[r]!]! & 1
    if (!weak || runs[r + 1]! - runs[r]! <= weakest) kept.push(r)
  }
  const starts = new Int32Array(kept.length + 1)
  kept.forEach((r, k) => (starts[k + 1] = starts[k]! + runs[r + 1]! - runs[r]!))
  const members = new Int32Array(starts[kept.length]!)
  const recordStarts = new Int32Array(n + 1)
  kept.forEach((r, k) => {
    for (let i = runs[r]!, at = starts[k]!; i < runs[r + 1]!; i++, at++) {
      members[at] = owners[i]!
      recordStarts[owners[i]! + 1]!++
    }
  })
  for (let i = 0; i < n; i++) recordStarts[i + 1]! += recordStarts[i]!
  const next = recordStarts.slice(0, n)
  const ofRecord = new Int32Array(members.length)
  for (let k = 0; k < kept.length; k++) {
    for (let at = starts[k]!; at < starts[k + 1]!; at++) ofRecord[next[members[at]!]!++] = k
  }
  return { records: n, starts, members, recordStarts, ofRecord }
}

/** Which pairs to visit. */
export interface Visit {
  readonly from: number
  readonly to: number
  /** above 0: only pairs across it (two files laid end to end) */
  readonly boundary: number
  /** visit each partner of i, not only those after it */
  readonly bothWays?: boolean
  /** leave out records that this refuses */
  readonly only?: (i: number) => boolean
}

/** Calls `visit(i, j)` once for each pair of records that share a block, for each i of from..to, i < j unless both ways. */
export function visitPairs(blocks: Blocks, which: Visit, visit: (i: number, j: number) => void): void {
  const { starts, members, recordStarts, ofRecord } = blocks
  const { from, boundary, bothWays = false, only } = which
  const seen = new Int32Array(blocks.records).fill(-1)
  const last = boundary > 0 ? Math.min(which.to, boundary) : which.to
  for (let i = from; i < last; i++) {
    if (only && !only(i)) continue
    const least = boundary > 0 ? boundary : bothWays ? 0 : i + 1
    for (let r = recordStarts[i]!; r < recordStarts[i + 1]!; r++) {
      const block = ofRecord[r]!
      for (let m = starts[block + 1]! - 1; m >= starts[block]!; m--) {
        const j = members[m]!
        if (j < least) break
        if (seen[j] === i || j === i) continue
        seen[j] = i
        visit(i, j)
      }
    }
  }
}
