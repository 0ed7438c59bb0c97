import { addDays, dayOf, weekday, type Day } from './day.ts'
import { easterSunday } from './easter-sunday.ts'

export type BankHoliday = { day: Day; name: string }

const MONDAY = 1
const firstMonday = (year: number, month: number) => {
  const first = dayOf(year, month, 1)
  return addDays(first, (MONDAY - weekday(first) + 7) % 7)
}
const lastMonday = (year: number, month: number) => {
  const last = dayOf(year, month, 31)
  return addDays(last, -((weekday(last) - MONDAY + 7) % 7))
}

// Moved or added by royal proclamation, year by year (Banking and Financial Dealings Act 1971, section 1).
const MOVED_EARLY_MAY: Record<number, Day> = { 1995: '1995-05-08', 2020: '2020-05-08' }
const MOVED_SPRING: Record<number, Day> = { 2002: '2002-06-04', 2012: '2012-06-04', 2022: '2022-06-02' }
const ADDED: BankHoliday[] = [
  { day: '1999-12-31', name: 'Millennium' },
  { day: '2002-06-03', name: 'Golden Jubilee of Queen Elizabeth II' },
  { day: '2011-04-29', name: 'Wedding of Prince William and Catherine Middleton' },
  { day: '2012-06-05', name: 'Diamond Jubilee of Queen Elizabeth II' },
  { day: '2022-06-03', name: 'Platinum Jubilee of Queen Elizabeth II' },
  { day: '2022-09-19', name: 'State Funeral of Queen Elizabeth II' },
  { day: '2023-05-08', name: 'Coronation of King Charles III' },
]

const substitute = (day: Day, weekdays: Record<number, number>) => addDays(day, weekdays[weekday(day)] ?? 0)

/**
 * The bank holidays of England and Wales in a year, in order, on the days on which they are taken: a holiday that
 * falls on a weekend is taken on the next working day. Holds from 1979; a later proclamation has to be added here.
 */
export function bankHolidaysOf(year: number): BankHoliday[] {
  const easter = easterSunday(year)
  return [
    { day: substitute(dayOf(year, 1, 1), { 6: 2, 0: 1 }), name: "New Year's Day" },
    { day: addDays(easter, -2), name: 'Good Friday' },
    { day: addDays(easter, 1), name: 'Easter Monday' },
    { day: MOVED_EARLY_MAY[year] ?? firstMonday(year, 5), name: 'Early May bank holiday' },
    { day: MOVED_SPRING[year] ?? lastMonday(year, 5), name: 'Spring bank holiday' },
    { day: lastMonday(year, 8), name: 'Summer bank holiday' },
    // Christmas on Saturday goes to Monday and Boxing Day to Tuesday; on Sunday it goes past Boxing Day, to Tuesday.
    { day: substitute(dayOf(year, 12, 25), { 6: 2, 0: 2 }), name: 'Christmas Day' },
    { day: substitute(dayOf(year, 12, 26), { 6: 2, 0: 2 }), name: 'Boxing Day' },
    ...ADDED.filter(({ day }) => day.startsWith(String(year))),
  ].sort((a, b) => (a.day < b.day ? -1 : 1))
}
