import { decimalInWords, numberInWords } from './numbers.ts'

function check(part: number, whole: number): void {
  if (!(Number.isFinite(part) && Number.isFinite(whole) && part >= 0 && part <= whole))
    throw new RangeError('A percentage needs a part between nought and its whole')
}

/**
 * A whole percentage that reads 100 only when all, and 0 only when none: 999 of 1,000 is 99 and 1 of 1,000 is 1.
 * Null when the whole is nought. Throws a RangeError when the part is not within the whole.
 */
export function wholePercentage(part: number, whole: number): number | null {
  check(part, whole)
  if (whole === 0) return null
  if (part === 0 || part === whole) return part === 0 ? 0 : 100
  return Math.min(99, Math.max(1, Math.round((part * 100) / whole)))
}

/** The same to one decimal: 100.0 only when all, 0.0 only when none. */
export function decimalPercentage(part: number, whole: number): number | null {
  check(part, whole)
  if (whole === 0) return null
  if (part === 0 || part === whole) return part === 0 ? 0 : 100
  return Math.min(99.9, Math.max(0.1, Math.round((part * 1000) / whole) / 10))
}

const NONE_COUNTED = 'no percentage'

/** '98%'; 'over 99%' or 'under 1%' where rounding would hide the last few; 'no percentage' of nothing. */
export function percentageInWords(part: number, whole: number): string {
  const percentage = wholePercentage(part, whole)
  if (percentage === null) return NONE_COUNTED
  const exact = (part * 100) / whole
  if (percentage === 99 && exact >= 99.5) return 'over 99%'
  if (percentage === 1 && exact < 0.5) return 'under 1%'
  return `${percentage}%`
}

/** '98.3%', '100.0%' only when all; 'no percentage' of nothing. */
export function decimalPercentageInWords(part: number, whole: number): string {
  const percentage = decimalPercentage(part, whole)
  return percentage === null ? NONE_COUNTED : `${decimalInWords(percentage, 1)}%`
}

/** '14 of 15'. */
export function nOfM(part: number, whole: number): string {
  check(part, whole)
  return `${numberInWords(part)} of ${numberInWords(whole)}`
}

/** '14 of 15 (93%)': a percentage is never printed without what it is of. '0 of 0' has none. */
export function nOfMInWords(part: number, whole: number): string {
  return whole === 0 ? nOfM(part, whole) : `${nOfM(part, whole)} (${percentageInWords(part, whole)})`
}
