import { dayOf, type Day } from './day.ts'

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm: Nature, 20 April 1876; Meeus 1991). */
export function easterSunday(year: number): Day {
  const a = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const leapCenturies = Math.floor(century / 4)
  const lunar = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * a + century - leapCenturies - lunar + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((a + 11 * epact + 22 * toSunday) / 451)
  const count = epact + toSunday - 7 * late + 114
  return dayOf(year, Math.floor(count / 31), (count % 31) + 1)
}
