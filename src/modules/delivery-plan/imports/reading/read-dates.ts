import { isDay } from '#reference'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** A date as papers write them: '31.1.20', '8/10/2020', '4th March 2020', or a month alone. */
export const WRITTEN_DATE = String.raw`\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:${MONTHS.join('|')})\s+\d{4}`

export type WrittenDate = { dated_on: string; dated_to: 'day' | 'month' }

const two = (number: number | string) => String(number).padStart(2, '0')

/** The day or month a text gives, or undefined. A month is its first day, dated to the month. A year of two digits is of this century. */
export function readWrittenDate(text: string): WrittenDate | undefined {
  const figures = /^(\d{1,2})[./](\d{1,2})[./](\d{2}|\d{4})$/.exec(text.trim())
  if (figures) {
    const [, day = '', month = '', year = ''] = figures
    const dated_on = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`
    return isDay(dated_on) ? { dated_on, dated_to: 'day' } : undefined
  }
  const words = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]+)\s+(\d{4})$/i.exec(text.trim())
  const month = MONTHS.indexOf(words?.[2]?.toLowerCase() ?? '') + 1
  if (!words || month === 0) return undefined
  const dated_on = `${words[3]}-${two(month)}-${two(words[1] ?? 1)}`
  return isDay(dated_on) ? { dated_on, dated_to: words[1] ? 'day' : 'month' } : undefined
}
