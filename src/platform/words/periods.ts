import { dayInWords, partsOfDay } from './dates.ts'
import type { Day } from './dates.ts'

/** A stretch of days, the first and the last both in it. */
export type Period = { readonly from: Day; readonly to: Day }

/**
 * A period in the fewest words that leave no doubt, both ends included: 'July 2026', 'April to June 2026',
 * 'January 2017 to December 2018' when it starts and ends with whole months; else '1 to 15 July 2026',
 * '20 June to 5 July 2026', '20 December 2025 to 3 January 2026'. Throws a RangeError when it ends before it starts.
 */
export function periodInWords({ from, to }: Period): string {
  if (to < from) throw new RangeError(`A period cannot end (${to}) before it starts (${from})`)
  const first = partsOfDay(from)
  const last = partsOfDay(to)
  const sameYear = first.year === last.year
  const sameMonth = sameYear && first.month === last.month
  if (first.startsMonth && last.endsMonth) {
    if (sameMonth) return `${last.month} ${last.year}`
    return `${first.month}${sameYear ? '' : ` ${first.year}`} to ${last.month} ${last.year}`
  }
  if (from === to) return dayInWords(to)
  if (sameMonth) return `${first.date} to ${dayInWords(to)}`
  if (sameYear) return `${first.date} ${first.month} to ${dayInWords(to)}`
  return `${dayInWords(from)} to ${dayInWords(to)}`
}

/** When something happened: 'from January 2017 to December 2018', 'in July 2026', 'on 9 May 2018'. Throws as `periodInWords` does. */
export function duringInWords(period: Period): string {
  const words = periodInWords(period)
  if (words.includes(' to ')) return `from ${words}`
  return `${period.from === period.to ? 'on' : 'in'} ${words}`
}
