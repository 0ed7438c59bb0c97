import {
  bandOfOdds,
  estimatedError,
  linkRecords,
  type PersonRecord,
  scoreCandidates,
  STARTING_MODEL,
  type Thresholds,
} from '../matching/index.ts'
import { agreesBeyondName } from '../duplicates/agrees-beyond-name.ts'
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

/** Fewer records than this say too little to estimate a model from. */
const ENOUGH = 1000

/** Every pair of these records at or above the review threshold; `sure` ones may be linked without asking. */
export async function compareAll(
  records: readonly PersonRecord[],
  thresholds: Thresholds,
): Promise<ComparedPair[]> {
  if (records.length < ENOUGH) return compareFew(records, thresholds)
  const { links, reviews, identities } = await linkRecords(records, { thresholds })
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
    ...links.map((one) =>
      pair(one, identities[one.left] === identities[one.right] && agreesBeyondName(one.reasons)),
    ),
    ...reviews.map((one) => pair(one, false)),
  ]
}

function compareFew(records: readonly PersonRecord[], thresholds: Thresholds): ComparedPair[] {
  return records.flatMap((record, right) =>
    scoreCandidates(STARTING_MODEL, record, records.slice(0, right), { others: ENOUGH, thresholds }).map(
      ({ index, odds, band, held, reasons }) => ({
        left: index,
        right,
        sure: odds >= thresholds.link && !held && agreesBeyondName(reasons),
        band: band as PossibleBand,
        reasons,
        score: odds,
      }),
    ),
  )
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
