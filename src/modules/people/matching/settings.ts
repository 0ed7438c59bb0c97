import { chanceOf } from './model/score.ts'

/**
 * The one shipped set of thresholds, in log2 odds that two records are of one person. They are odds that the
 * model itself estimates, so they mean the same in every data set and are never tuned to one; an area may set
 * its own.
 */
export const THRESHOLDS = {
  /** At or above: linked without asking. About 1 in 100 at the border itself would be wrong, far fewer on average. */
  link: 6.63,
  /** At or above, and below `link`: shown to a person. About 1 in 9 at the border is right. */
  review: -3,
  /** Of the links made in a batch, at most this share may be expected to be wrong; else only the surer ones are made. */
  most_error: 0.002,
} as const
export type Thresholds = { readonly link: number; readonly review: number; readonly most_error?: number }

/** Bands shown to a worker. */
export type Band = 'almost certain' | 'likely' | 'possible' | 'unlikely'

/** The plain word for odds: never a number on a worker's page. */
export function bandOfOdds(odds: number, thresholds: Thresholds = THRESHOLDS): Band {
  if (odds >= thresholds.link) return 'almost certain'
  if (odds >= 1) return 'likely'
  return odds >= thresholds.review ? 'possible' : 'unlikely'
}

/** The share of links that would be wrong, estimated from the odds of those links: what a threshold's error is shown as. */
export function estimatedError(odds: Iterable<number>): number {
  let wrong = 0
  let count = 0
  for (const each of odds) {
    wrong += 1 - chanceOf(each)
    count++
  }
  return count === 0 ? 0 : wrong / count
}

/** The least odds, from `link` up, at which no more than `most_error` of the links of these odds are expected to be wrong. */
export function sureEnough(odds: Iterable<number>, { link, most_error = 1 }: Thresholds): number {
  const sorted = Float64Array.from([...odds].filter((each) => each >= link)).sort()
  let wrong = 0
  for (const each of sorted) wrong += 1 - chanceOf(each)
  for (const [i, each] of sorted.entries()) {
    if (wrong <= most_error * (sorted.length - i)) return i === 0 ? link : each
    wrong -= 1 - chanceOf(each)
  }
  return Math.max(link, sorted.at(-1) ?? link)
}
