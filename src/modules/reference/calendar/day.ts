/** A day in the calendar as `YYYY-MM-DD`, without a time or a zone: compares with `<` and equals as text. */
export type Day = string

const MS_PER_DAY = 86_400_000

/** Days since 1 January 1970. Expects a day that exists. */
export const dayNumber = (day: Day) => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY

/** The day that is `number` days after 1 January 1970. */
export const dayOfNumber = (number: number): Day => new Date(number * MS_PER_DAY).toISOString().slice(0, 10)

/** The day `days` later (or earlier, when negative). */
export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days)

/** How many days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day) => dayNumber(to) - dayNumber(from)

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (day: Day) => (((dayNumber(day) + 4) % 7) + 7) % 7

/** The day with these numbers (month 1 to 12). Expects a day that exists. */
export const dayOf = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

/** Whether the text is a day that exists, written `YYYY-MM-DD` (29 February only in leap years). */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** The same date `months` later; the last day of the month when that month is shorter (31 January + 1 = 28 or 29 February). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return dayOf(first.getUTCFullYear(), first.getUTCMonth() + 1, Math.min(date, last))
}

const inLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })

/** The day it is in England and Wales at a moment (now, when not told). */
export const dayInLondon = (at: Date = new Date()): Day => inLondon.format(at)

const inWords = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `2026-07-01` as "1 July 2026". */
export const dayInWords = (day: Day) => inWords.format(new Date(`${day}T00:00:00Z`))
