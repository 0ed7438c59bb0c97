import { radixSort } from '../blocking/radix-sort.ts'
import { mix } from '../text/hash.ts'

/** Scored candidate pairs, side by side; a pair that must be left to a person is `held`. */
export interface ScoredPairs {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly odds: Float32Array
  readonly held: Uint8Array
}

/** What the clusterer may ask about records that it is about to bring together. */
export interface Judge {
  /** log2 odds of a pair */
  readonly odds: (i: number, j: number) => number
  /**
   * About the pair last asked: it must be left to a person; something of one person alone agrees; the forenames are the
   * same; they are two names and not two forms of one.
   */
  readonly held: () => boolean
  readonly own: () => boolean
  readonly sameForename: () => boolean
  readonly otherForename: () => boolean
  /** a hash of what record i says */
  readonly content: (i: number) => number
}

/** What a person has decided about two records. */
export interface Decision {
  readonly left: number
  readonly right: number
  readonly same: boolean
}

/** Odds of one pair never count for more than this when two groups are weighed against each other. */
const MOST = 12
/** Two groups are joined only when the mean odds of all pairs between them are at least this. */
const LEAST_MEAN = -4
/** A pair surer than this brings two groups together that possible twins would keep apart. */
const SURE = 8
/** A pair of two names that must be left to a person speaks this loud against. */
const HELD = -20
/** From each group at most so many records speak. */
const SPEAKERS = 20

/**
 * Puts records of one person together: first those that people have decided are the same, then the surest links,
 * and a link between two groups only when the groups as a whole do not contradict it, so that one wrong link
 * cannot chain two people (single linkage with a veto by average linkage). Links below `threshold` and held ones
 * are not used, and records that people have decided are not the same never come together. The answer does not
 * depend on the order of records or pairs: ties go by what the records say. Answers for each record the smallest
 * record of its group.
 */
export function cluster(
  n: number,
  pairs: ScoredPairs,
  threshold: number,
  judge: Judge,
  decisions: readonly Decision[] = [],
): Int32Array {
  const leader = Int32Array.from({ length: n }, (_, i) => i)
  const next = new Int32Array(n).fill(-1)
  const tail = leader.slice()
  const size = new Int32Array(n).fill(1)
  const apart = notTheSame(decisions)
  const find = (i: number) => {
    while (leader[i] !== i) i = leader[i] = leader[leader[i]!]!
    return i
  }
  const parted = (a: number, b: number) => {
    if (apart.size === 0) return false
    for (let i = a; i >= 0; i = next[i]!) {
      const others = apart.get(i)
      if (others) for (let j = b; j >= 0; j = next[j]!) if (others.has(j)) return true
    }
    return false
  }
  const join = (a: number, b: number) => {
    const [least, most] = a < b ? [a, b] : [b, a]
    leader[most] = least
    next[tail[least]!] = most
    tail[least] = tail[most]!
    size[least]! += size[most]!
  }
  for (const { left, right, same } of decisions) {
    const [a, b] = [find(left), find(right)]
    if (same && a !== b && !parted(a, b)) join(a, b)
  }
  for (const p of inOrder(pairs, threshold, judge)) {
    const a = find(pairs.left[p]!)
    const b = find(pairs.right[p]!)
    if (a === b || parted(a, b)) continue
    if (size[a] === 1 && size[b] === 1) join(a, b)
    else if (agree(members(a, next, judge), members(b, next, judge), judge)) join(a, b)
  }
  for (let i = 0; i < n; i++) leader[i] = find(i)
  return leader
}

/** For each record those that it has been decided not to be the same as. */
function notTheSame(decisions: readonly Decision[]): Map<number, Set<number>> {
  const apart = new Map<number, Set<number>>()
  for (const { left, right, same } of decisions) {
    if (same) continue
    apart.set(left, (apart.get(left) ?? new Set()).add(right))
    apart.set(right, (apart.get(right) ?? new Set()).add(left))
  }
  return apart
}

/** The pairs to use, surest first; what is equally sure goes by what the records say. */
function inOrder(pairs: ScoredPairs, threshold: number, judge: Judge): Int32Array {
  const used: number[] = []
  for (let p = 0; p < pairs.odds.length; p++)
    if (pairs.odds[p]! >= threshold && pairs.held[p] === 0) used.push(p)
  const order = Int32Array.from(used)
  const ties = order.map((p) => {
    const a = judge.content(pairs.left[p]!)
    const b = judge.content(pairs.right[p]!)
    return mix(Math.min(a, b), Math.max(a, b))
  })
  radixSort(ties, order)
  // odds in millionths: sums made in another order may differ in the last place
  const doubt = order.map((p) => 1e9 - Math.round(pairs.odds[p]! * 1e6))
  radixSort(doubt, order)
  return order
}

function members(first: number, next: Int32Array, judge: Judge): number[] {
  const all: number[] = []
  for (let i = first; i >= 0; i = next[i]!) all.push(i)
  if (all.length <= SPEAKERS) return all
  return all.sort((a, b) => judge.content(a) - judge.content(b)).slice(0, SPEAKERS)
}

/**
 * Whether two groups may be one person: the mean of what their pairs say is not against it, and where a pair must
 * be left to a person (possible twins), another pair shares something that only one person has, or surely is of one
 * person who is called the same in both groups: Mike and Michael are one where Michael and Michael are.
 */
function agree(a: number[], b: number[], judge: Judge): boolean {
  let sum = 0
  let held = false
  let own = false
  for (const i of a) {
    for (const j of b) {
      const odds = judge.odds(i, j)
      if (judge.held()) {
        held = true
        if (judge.otherForename()) sum += HELD
        continue
      }
      sum += Math.max(-MOST, Math.min(MOST, odds))
      if (odds > 0 && (judge.own() || (odds > SURE && judge.sameForename()))) own = true
    }
  }
  return sum >= LEAST_MEAN * a.length * b.length && (own || !held)
}
