import type { PairList } from '../blocking/pairs-by-key.ts'
import { compare, newLevels } from '../comparison/compare.ts'
import type { RecordStore } from '../record/store.ts'
import type { Patterns } from './patterns.ts'
import { PatternCounter } from './patterns.ts'
import { mix } from '../text/hash.ts'

const RANDOM_PAIRS = 120_000
const RANDOM_RECORDS = 4_000
const CANDIDATE_PAIRS = 200_000

/** A spelling is a name of its own when three records in a small set, or one in two thousand, have it. */
export function inUseBand(records: number): number {
  return Math.max(0, Math.floor(Math.min(11, Math.log2(records / 3))))
}

/** A run of numbers from 0 to 1 that is the same every time. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Up to `most` records of from..to, chosen and ordered by what they say and not by where they stand. */
function chosen(store: RecordStore, from: number, to: number, most: number): Int32Array {
  const limit = Math.min(1, (1.3 * most) / (to - from)) * 2 ** 32
  const found: { i: number; hash: number }[] = []
  for (let i = from; i < to; i++) {
    const hash = store.contents[i]! >>> 0
    if (hash < limit) found.push({ i, hash })
  }
  found.sort((a, b) => a.hash - b.hash)
  return Int32Array.from(found.slice(0, most), ({ i }) => i)
}

/**
 * Patterns of pairs drawn at random, by which strangers are known. With a `boundary` each pair has one record of
 * either file. The sample can be drawn in parts, by several threads.
 */
export function sampleRandom(store: RecordStore, n: number, boundary: number, part = 0, parts = 1): Patterns {
  const band = { band: inUseBand(n) }
  const left = chosen(store, 0, boundary || n, RANDOM_RECORDS)
  const right = boundary ? chosen(store, boundary, n, RANDOM_RECORDS) : left
  const roll = dice(1969 + part)
  const counter = new PatternCounter()
  const levels = newLevels()
  const all = left.length * right.length
  const pairs = all < 2 ? 0 : Math.min(RANDOM_PAIRS, 2 * all) / parts
  for (let k = 0; k < pairs; k++) {
    const i = left[Math.floor(roll() * left.length)]!
    const j = right[Math.floor(roll() * right.length)]!
    if (i === j) continue
    compare(store, i, j, band, levels)
    counter.add(levels)
  }
  return counter.patterns()
}

/** How many candidate pairs each sampled one stands for when there are so many. */
export function sampleStep(pairs: number): number {
  return Math.max(1, Math.floor(pairs / CANDIDATE_PAIRS))
}

/** Patterns of candidate pairs: all of them, or about one in `step`, chosen by what the records say. */
export function sampleCandidates(
  store: RecordStore,
  n: number,
  { left, right }: PairList,
  step: number,
): Patterns {
  const band = { band: inUseBand(n) }
  const counter = new PatternCounter()
  const levels = newLevels()
  const { contents } = store
  for (let p = 0; p < left.length; p++) {
    const i = left[p]!
    const j = right[p]!
    if (step > 1 && mix(contents[i]! ^ contents[j]!, contents[i]! & contents[j]!) >>> 0 > 2 ** 32 / step)
      continue
    compare(store, i, j, band, levels)
    counter.add(levels)
  }
  return counter.patterns()
}
