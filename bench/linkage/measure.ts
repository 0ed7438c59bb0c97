import type { Judge, ScoredPairs } from '../../src/modules/people/matching/index.ts'
import { cluster } from '../../src/modules/people/matching/index.ts'

export interface Quality {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Truth and files of the records measured; pairs count across the boundary only when there is one. */
export interface Truth {
  readonly people: readonly string[]
  readonly boundary: number
}

/** Pairs implied by groups: within each group all pairs, or with two files those across. */
function pairsWithin(groups: Iterable<string | number>, boundary: number): number {
  const sizes = new Map<string | number, [number, number]>()
  let i = 0
  for (const group of groups) {
    const size = sizes.get(group) ?? [0, 0]
    size[i++ < boundary ? 0 : 1]++
    sizes.set(group, size)
  }
  let pairs = 0
  for (const [left, right] of sizes.values()) pairs += boundary > 0 ? left * right : (right * (right - 1)) / 2
  return pairs
}

/** How many pairs of records are truly of one person. */
export function truePairs({ people, boundary }: Truth): number {
  return pairsWithin(people, boundary)
}

function quality(right: number, made: number, all: number): Quality {
  const precision = made === 0 ? 1 : right / made
  const recall = all === 0 ? 1 : right / all
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}

/** Quality of the pairs linked by themselves at a threshold; held pairs are not linked. */
export function pairwise(pairs: ScoredPairs, truth: Truth, threshold: number): Quality {
  let made = 0
  let right = 0
  for (let p = 0; p < pairs.odds.length; p++) {
    if (pairs.odds[p]! < threshold || pairs.held[p] === 1) continue
    made++
    if (truth.people[pairs.left[p]!] === truth.people[pairs.right[p]!]) right++
  }
  return quality(right, made, truePairs(truth))
}

/** Quality of identities: every pair that being one person implies. */
export function byCluster(identities: Int32Array, truth: Truth): Quality {
  const both: string[] = []
  identities.forEach((identity, i) => both.push(`${identity} ${truth.people[i]}`))
  const made = pairsWithin(identities, truth.boundary)
  return quality(pairsWithin(both, truth.boundary), made, truePairs(truth))
}

/** Quality by pair and by cluster at each threshold. */
export function atThresholds(pairs: ScoredPairs, truth: Truth, judge: Judge, thresholds: readonly number[]) {
  return thresholds.map((threshold) => ({
    threshold,
    pairwise: pairwise(pairs, truth, threshold),
    cluster: byCluster(cluster(truth.people.length, pairs, threshold, judge), truth),
  }))
}
