import { Temporal } from 'temporal-polyfill'

/** A day without a time, as the database writes it: '2026-07-01'. */
export type Day = string

/** A moment in time: a Date, or ISO 8601 text with its offset ('2026-07-01T09:00:00Z'). */
export type Moment = Date | string

const ZONE = 'Europe/London'

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

const month = (number: number): string => MONTHS[number - 1] ?? ''
const plainDay = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day, { overflow: 'reject' })

/** The parts of a day in the words they are read in. Throws a RangeError when there is no such day. */
export function partsOfDay(day: Day) {
  const { year, month: number, day: date, dayOfWeek, daysInMonth } = plainDay(day)
  return {
    year,
    date,
    month: month(number),
    weekday: WEEKDAYS[dayOfWeek - 1] ?? '',
    startsMonth: date === 1,
    endsMonth: date === daysInMonth,
  }
}

/** The wall clock in England and Wales at a moment, summer time included. Throws a RangeError when it is no moment. */
function inLondon(moment: Moment): Temporal.ZonedDateTime {
  const instant =
    moment instanceof Date
      ? Temporal.Instant.fromEpochMilliseconds(moment.getTime())
      : Temporal.Instant.from(moment.replace(' ', 'T'))
  return instant.toZonedDateTimeISO(ZONE)
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
  return `${partsOfDay(day).weekday} ${dayInWords(day)}`
}

/** 'July 2026', from any day of that month. */
export function monthInWords(day: Day): string {
  const parts = partsOfDay(day)
  return `${parts.month} ${parts.year}`
}

/** The day it was in England and Wales at a moment: 23:30 UTC on 30 June is '2026-07-01' in summer. */
export const dayOf = (moment: Moment): Day => inLondon(moment).toPlainDate().toString()

/** '10am', '10:05am', 'midday', 'midnight': GOV.UK style, 12 hours, the clock of England and Wales. */
export function timeInWords(moment: Moment): string {
  const { hour, minute } = inLondon(moment)
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
  const days = plainDay(today).until(plainDay(day), { largestUnit: 'day' }).days
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}
