import {
  bandOfOdds,
  compareFew,
  ENOUGH,
  estimatedError,
  LINK_STAGES,
  linkRecords,
  NOBODY_TOLD,
  type PersonRecord,
  type Thresholds,
  type Told,
} from '../matching/index.ts'
import { BANDS, type PossibleBand } from '../duplicates/possible-duplicate.ts'

/** Two records by their places, how sure the comparison is that they are of one person, and why. */
export type ComparedPair = {
  left: number
  right: number
  sure: boolean
  band: PossibleBand
  reasons: readonly string[]
  score: number
}

/** Every pair of these records at or above the review threshold; `sure` ones may be linked without asking. */
export async function compareAll(
  records: readonly PersonRecord[],
  thresholds: Thresholds,
  told: Told = NOBODY_TOLD,
): Promise<ComparedPair[]> {
  if (records.length < ENOUGH)
    return compareFew(records, thresholds).map(({ odds, band, ...pair }) => ({
      ...pair,
      band: band as PossibleBand,
      score: odds,
    }))
  let stages = 0
  const timed = () => told.compared(++stages, LINK_STAGES)
  told.compared(0, LINK_STAGES)
  const { links, reviews, identities } = await linkRecords(records, { thresholds, timed })
  const pair = (one: (typeof links)[number], sure: boolean): ComparedPair => ({
    left: one.left,
    right: one.right,
    sure,
    // What is sure enough but held may be twins: a person is asked, and not told that it is almost certain.
    band: plainBand(one.odds, thresholds, sure),
    reasons: one.reasons,
    score: one.odds,
  })
  return [
    // A pair whose groups contradict each other as a whole is not linked, however sure the pair alone.
    ...links.map((one) => pair(one, identities[one.left] === identities[one.right] && one.beyond_name)),
    ...reviews.map((one) => pair(one, false)),
  ]
}

/** The plain word for odds; what is sure enough but held is not called almost certain. */
export function plainBand(odds: number, thresholds: Thresholds, sure: boolean): PossibleBand {
  const band = bandOfOdds(odds, thresholds)
  if (band === 'almost certain') return sure ? band : 'likely'
  return Object.hasOwn(BANDS, band) ? (band as PossibleBand) : 'possible'
}

/** The share of these links that is expected to be wrong, 0 to 1. */
export const expectedError = (links: readonly Pick<ComparedPair, 'score'>[]): number =>
  estimatedError(links.map((one) => one.score))
