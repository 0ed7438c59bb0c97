import { DATE, EMAIL, EXACT, WORDING } from '../matching/comparison/levels.ts'

/** What ties two records to one person besides a name, in the words of the comparison. */
const BEYOND_NAME = new Set([
  ...[EXACT, DATE.oneDigit, DATE.swapped, DATE.partial].map((level) => WORDING.date_of_birth[level]),
  ...[EXACT, EMAIL.typing].map((level) => WORDING.email[level]),
  WORDING.phone[EXACT],
  WORDING.nominal[EXACT],
  WORDING.address[EXACT],
])

/**
 * Whether anything but names, sex and rough place agrees. Nothing is linked by itself without it, whatever it scores: namesakes with
 * different birthdays are two people until somebody knows better.
 */
export const agreesBeyondName = (reasons: readonly string[]): boolean =>
  reasons.some((reason) => BEYOND_NAME.has(reason))
