import type { RecordStore } from '../record/store.ts'
import type { Groups } from './group-by-key.ts'
import { groupByKey } from './group-by-key.ts'
import { listKeys, THOROUGH_UP_TO } from './list-keys.ts'

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

/** Strong and weak keys may each bring this many pairs a record, but always so many in all; the commonest go first. */
const STRONG_PAIRS_A_RECORD = Number(process.env.SPR ?? 12)
const WEAK_PAIRS_A_RECORD = 4
const STRONG_PAIRS = 3_000_000
const WEAK_PAIRS = 1_000_000

/** How many pairs strong and weak keys may bring among n records, so that work grows with n and not with its square. */
export function allowance(n: number): { strong: number; weak: number } {
  return {
    strong: Math.max(STRONG_PAIRS, n * STRONG_PAIRS_A_RECORD),
    weak: Math.max(WEAK_PAIRS, n * WEAK_PAIRS_A_RECORD),
  }
}

/** Blocks of the first n records of a store, made in this thread. */
export function buildBlocks(store: RecordStore, n: number): Blocks {
  return indexRecords(n, [groupByKey(listKeys(store, 0, n, 1, n <= THOROUGH_UP_TO), allowance(n))])
}

/** Puts groups together and lists for each of n records the blocks that it is in. */
export function indexRecords(n: number, groups: readonly Groups[]): Blocks {
  const blocks = groups.reduce((sum, group) => sum + group.starts.length - 1, 0)
  const entries = groups.reduce((sum, group) => sum + group.members.length, 0)
  const shared = (length: number) => new Int32Array(new SharedArrayBuffer(4 * length))
  const [starts, members] = [shared(blocks + 1), shared(entries)]
  let block = 0
  let end = 0
  for (const group of groups) {
    members.set(group.members, end)
    for (let k = 1; k < group.starts.length; k++) starts[++block] = end + group.starts[k]!
    end += group.members.length
  }
  const [recordStarts, ofRecord] = [shared(n + 1), shared(entries)]
  for (let m = 0; m < entries; m++) recordStarts[members[m]! + 1]!++
  for (let i = 0; i < n; i++) recordStarts[i + 1]! += recordStarts[i]!
  const next = recordStarts.slice(0, n)
  for (let k = 0; k < blocks; k++)
    for (let m = starts[k]!; m < starts[k + 1]!; m++) ofRecord[next[members[m]!]!++] = k
  return { records: n, starts, members, recordStarts, ofRecord }
}

/** Which pairs to visit. */
export interface Visit {
  readonly from: number
  readonly to: number
  /** visit each step-th record from `from` */
  readonly step?: number
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
  const { from, boundary, bothWays = false, only, step = 1 } = which
  const seen = new Int32Array(blocks.records).fill(-1)
  const last = boundary > 0 ? Math.min(which.to, boundary) : which.to
  for (let i = from; i < last; i += step) {
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
