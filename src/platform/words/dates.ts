/** A day without a time, as the database writes it: '2026-07-01'. */
export type Day = string

/** A moment in time: a Date, or ISO 8601 text with its offset ('2026-07-01T09:00:00Z'). */
export type Moment = Date | string

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const lengthOf = (year: number, month: number) => (month === 1 && !isLeap(year) ? 28 : (LONGEST[month] ?? 0))

/** The parts of a day in the words they are read in. Throws a RangeError when there is no such day. */
export function partsOfDay(day: Day) {
  const found = DAY.exec(day)
  const [year, month, date] = [Number(found?.[1]), Number(found?.[2]) - 1, Number(found?.[3])]
  const last = lengthOf(year, month)
  if (!(date >= 1 && date <= last)) throw new RangeError('There is no such day')
  return { year, date, month: MONTHS[month] ?? '', startsMonth: date === 1, endsMonth: date === last }
}

/** The first moment of a day in UTC. Throws a RangeError when there is no such day. */
function dateOf(day: Day): Date {
  partsOfDay(day)
  return new Date(`${day}T00:00:00Z`)
}

const ISO_MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)$/

/** A moment as a Date. Throws a RangeError when it is none, or is text without its offset. */
export function momentOf(moment: Moment): Date {
  const found =
    typeof moment === 'string' && ISO_MOMENT.test(moment)
      ? new Date(moment.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
      : moment
  if (typeof found === 'string' || Number.isNaN(found.getTime())) throw new RangeError('Not a moment')
  return found
}

/** Writes '2026-07-01 10:05:00' for a moment: Swedish dates are ISO 8601's. */
const LONDON_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
})

const HOUR = 3_600_000
const MOST_HOURS = 10_000
// How far London's clock is ahead of UTC, by hour: it changes on the hour only, and asking costs more than a row of a table does.
const ahead = new Map<number, number>()
function aheadAt(at: number): number {
  const hour = Math.floor(at / HOUR)
  const known = ahead.get(hour)
  if (known !== undefined) return known
  const shown = LONDON_CLOCK.format(hour * HOUR).replace(' ', 'T')
  const found = Date.parse(`${shown}Z`) - hour * HOUR
  if (ahead.size >= MOST_HOURS) ahead.clear()
  ahead.set(hour, found)
  return found
}

/** The clock in England and Wales at a moment, summer time included: '2026-07-01T10:05:00'. */
export function clockAt(moment: Moment): string {
  const at = momentOf(moment).getTime()
  return new Date(at + aheadAt(at)).toISOString().slice(0, 19)
}

/** '1 July 2026'. GOV.UK style: no ordinal, no comma, no leading nought. */
export function dayInWords(day: Day): string {
  const parts = partsOfDay(day)
  return `${parts.date} ${parts.month} ${parts.year}`
}

/** '1 Jul 2026', for a narrow column of a table. */
export function shortDayInWords(day: Day): string {
  const parts = partsOfDay(day)
  return `${parts.date} ${parts.month.slice(0, 3)} ${parts.year}`
}

/** 'Wednesday 1 July 2026', for an appointment. */
export function weekdayInWords(day: Day): string {
  return `${WEEKDAYS[dateOf(day).getUTCDay()] ?? ''} ${dayInWords(day)}`
}

/** 'July 2026', from any day of that month. */
export function monthInWords(day: Day): string {
  const parts = partsOfDay(day)
  return `${parts.month} ${parts.year}`
}

/** The day it was in England and Wales at a moment: 23:30 UTC on 30 June is '2026-07-01' in summer. */
export const dayOf = (moment: Moment): Day => clockAt(moment).slice(0, 10)

/** '10am', '10:05am', 'midday', 'midnight': GOV.UK style, 12 hours, the clock of England and Wales. */
export function timeInWords(moment: Moment): string {
  const clock = clockAt(moment)
  const [hour, minute] = [Number(clock.slice(11, 13)), Number(clock.slice(14, 16))]
  if (minute === 0 && hour === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'midday'
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`
}

/** '1 July 2026 at 10am'. */
export const momentInWords = (moment: Moment): string =>
  `${dayInWords(dayOf(moment))} at ${timeInWords(moment)}`

/** 'today', 'tomorrow', 'yesterday', 'in 3 days', '3 days ago': how far `day` is from `today`. */
export function daysFromToday(day: Day, today: Day): string {
  const days = Math.round((dateOf(day).getTime() - dateOf(today).getTime()) / 86_400_000)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}
