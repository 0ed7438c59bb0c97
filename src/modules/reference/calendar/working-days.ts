import { bankHolidaysOf } from './bank-holidays.ts'
import { addDays, daysBetween, weekday, type Day } from './day.ts'

const holidaysByYear = new Map<string, Set<Day>>()

function isBankHoliday(day: Day) {
  const year = day.slice(0, 4)
  let holidays = holidaysByYear.get(year)
  if (!holidays) {
    holidays = new Set(bankHolidaysOf(Number(year)).map((holiday) => holiday.day))
    holidaysByYear.set(year, holidays)
  }
  return holidays.has(day)
}

/** Monday to Friday, and not a bank holiday of England and Wales (Victims' Code: "working day"). */
export const isWorkingDay = (day: Day) => weekday(day) % 6 !== 0 && !isBankHoliday(day)

/**
 * The day at whose end something is due that has `count` working days: the event's day is day 0, whether it is a
 * working day or not, and the first working day after it is day 1 (Victims' Code clocks; domain reference 3.2).
 * A count of 0 is the event's own day.
 */
export function addWorkingDays(event: Day, count: number): Day {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError(`Working days must be 0 or more, not ${count}`)
  let day = event
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left--
  }
  return day
}

/**
 * How many working days have passed from the event to `to`, by the same rule: 0 on the event's day, so that
 * `workingDaysBetween(e, addWorkingDays(e, n))` is `n`. Never below 0.
 */
export function workingDaysBetween(event: Day, to: Day): number {
  const span = daysBetween(event, to)
  if (span <= 0) return 0
  let count = 0
  for (let day = addDays(event, 1), left = span; left > 0; left--, day = addDays(day, 1))
    if (isWorkingDay(day)) count++
  return count
}
