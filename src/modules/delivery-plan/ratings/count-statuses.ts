import { decimalPercentageInWords, nOfM } from '#platform/words/percentages.ts'
import { type Status, STATUS_CODES, STATUSES } from '../words.ts'

export type StatusCounts = Record<Status, number> & { unrated: number; all: number }

/** How many deliverables stand at each status; those nobody has rated are counted, never left out. */
export function countStatuses(statuses: readonly (Status | null)[]): StatusCounts {
  const counts: StatusCounts = { green: 0, amber: 0, red: 0, white: 0, unrated: 0, all: statuses.length }
  for (const status of statuses) counts[status ?? 'unrated']++
  return counts
}

/** '14 of 15 (93.3%)': of all deliverables, to one decimal, and 100.0% only when all (domain reference, 9). */
export const countInWords = (count: number, all: number): string =>
  all === 0 ? '0 of 0' : `${nOfM(count, all)} (${decimalPercentageInWords(count, all)})`

const ALL_GREEN = /\ball\b[^.]{0,60}\bgreen\b/i
const NOTHING_WRONG = /\b(very good|excellent|on track)\b/i

/**
 * What an overall statement, which a person types, says that the counts do not bear out: one sentence each.
 * It is told, and never changed.
 */
export function doubtsAbout(statement: string, counts: StatusCounts): string[] {
  const doubts: string[] = []
  if (ALL_GREEN.test(statement) && counts.green < counts.all)
    doubts.push(`It says that all are Green, but ${counts.green} of ${counts.all} are.`)
  if (NOTHING_WRONG.test(statement) && counts.red + counts.amber > 0)
    doubts.push(`It reads as if nothing were wrong, but ${counts.red} are Red and ${counts.amber} Amber.`)
  if (counts.unrated > 0 && counts.unrated < counts.all)
    doubts.push(`${counts.unrated} of ${counts.all} are not rated yet.`)
  for (const status of STATUS_CODES) {
    const said = new RegExp(`(\\d+)(?:/\\d+| of \\d+)?[^.;,\\d]{0,20}\\b${STATUSES[status]}\\b`, 'i').exec(
      statement,
    )
    if (said && Number(said[1]) !== counts[status])
      doubts.push(`It says ${said[1]} ${STATUSES[status]}, but ${counts[status]} are.`)
  }
  return doubts
}
