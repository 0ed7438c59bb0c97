import { DATE, DIFFERENT, EXACT } from './levels.ts'

/** Level of two dates of birth (yyyymmdd, 00 for parts not given); `band` is that of the first. */
export function dateLevel(a: number, b: number, band: number): number {
  if (a === 0 || b === 0) return 0
  const yearA = (a / 10_000) | 0
  const yearB = (b / 10_000) | 0
  const restA = a % 10_000
  const restB = b % 10_000
  const dayA = restA % 100
  const dayB = restB % 100
  const monthA = (restA / 100) | 0
  const monthB = (restB / 100) | 0
  if (dayA === 0 || dayB === 0) return partLevel(yearA, monthA, yearB, monthB)
  if (a === b) return EXACT + band
  if (yearA === yearB && dayA === monthB && dayB === monthA) return DATE.swapped
  const slips = digitsApart(a, b)
  if (slips === 1) return DATE.oneDigit
  const same = (yearA === yearB ? 1 : 0) + (monthA === monthB ? 1 : 0) + (dayA === dayB ? 1 : 0)
  if (same === 2) return DATE.twoParts
  const days = (yearA - yearB) * 365 + (monthA - monthB) * 30.4 + (dayA - dayB)
  if (days < 40 && days > -40) return DATE.nearby
  if (slips === 2) return DATE.twoDigits
  if (yearA === yearB) return DATE.yearOnly
  return days < 400 && days > -400 ? DATE.withinYear : DIFFERENT
}

/** Two dates of which one at least is not whole: they agree or differ as far as both are known. */
function partLevel(yearA: number, monthA: number, yearB: number, monthB: number): number {
  const years = Math.abs(yearA - yearB)
  if (years > 0 && years < 4) return years === 1 ? DATE.nextYear : DATE.nearYears
  if (years > 0) return digitsApart(yearA, yearB) === 1 ? DATE.yearDigit : DIFFERENT
  if (monthA === 0 || monthB === 0) return DATE.partialYear
  return monthA === monthB ? DATE.partial : DATE.yearOnly
}

/** Digits that differ; two neighbours in each other's place count once. 3 stands for three or more. */
function digitsApart(a: number, b: number): number {
  let apart = 0
  let lastA = -1
  let lastB = -1
  for (let i = 0; i < 8; i++) {
    const digitA = a % 10
    const digitB = b % 10
    a = (a / 10) | 0
    b = (b / 10) | 0
    if (digitA === digitB) {
      lastA = lastB = -1
    } else if (digitA === lastB && digitB === lastA) {
      lastA = lastB = -1
    } else {
      if (++apart > 2) return 3
      lastA = digitA
      lastB = digitB
    }
  }
  return apart
}
