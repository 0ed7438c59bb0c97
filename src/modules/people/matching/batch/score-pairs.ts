import type { PairList } from '../blocking/pairs-by-key.ts'
import type { ScoredPairs } from '../clustering/cluster.ts'
import { compare, newLevels } from '../comparison/compare.ts'
import { leftToAPerson } from '../comparison/guard.ts'
import { score } from '../model/score.ts'
import type { Weights } from '../model/weights.ts'
import { ROW } from '../record/layout.ts'
import type { RecordStore } from '../record/store.ts'

/** So many rows are asked of memory at once, which is quicker than one after another. */
const AHEAD = 16

/** Reads a number of each cache line of the next rows; the answer only keeps the reading from being left out. */
function touch({ rows }: RecordStore, right: Int32Array, from: number): number {
  let all = 0
  for (let p = from; p < Math.min(from + AHEAD, right.length); p++) {
    const row = right[p]! * ROW
    all ^= rows[row]! ^ rows[row + 16]! ^ rows[row + 32]!
  }
  return all
}

/** Scores candidate pairs and keeps those of at least `least` log2 odds. */
export function scorePairs(
  store: RecordStore,
  candidates: PairList,
  weights: Weights,
  least: number,
): ScoredPairs {
  const levels = newLevels()
  const left: number[] = []
  const right: number[] = []
  const odds: number[] = []
  const held: number[] = []
  let touched = 0
  for (let p = 0; p < candidates.left.length; p++) {
    if (p % AHEAD === 0) touched ^= touch(store, candidates.right, p)
    const i = candidates.left[p]!
    const j = candidates.right[p]!
    compare(store, i, j, weights.inUse, levels)
    const found = score(weights, levels)
    if (found < least) continue
    left.push(i)
    right.push(j)
    odds.push(found)
    held.push(leftToAPerson(weights, levels) ? 1 : 0)
  }
  return {
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    odds: Float32Array.from(odds),
    held: Uint8Array.from(held),
  }
}

/** Lays the pairs of several threads end to end. */
export function joinPairs(parts: readonly ScoredPairs[]): ScoredPairs {
  const length = parts.reduce((sum, part) => sum + part.odds.length, 0)
  const all = {
    left: new Int32Array(length),
    right: new Int32Array(length),
    odds: new Float32Array(length),
    held: new Uint8Array(length),
  }
  let at = 0
  for (const part of parts) {
    all.left.set(part.left, at)
    all.right.set(part.right, at)
    all.odds.set(part.odds, at)
    all.held.set(part.held, at)
    at += part.odds.length
  }
  return all
}
