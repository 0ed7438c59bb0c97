/** The order in which a sender writes day, month and year where it is not the year first. */
export type DateOrder = 'dmy' | 'mdy'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const ISO = /^(\d{4})-(\d\d)-(\d\d)/

const whole = (y: number, m: number, d: number) => {
  const date = y * 10_000 + m * 100 + d
  // dates that systems fill in by themselves say nothing
  return date === 19_000_101 || date === 18_000_101 || y === 9999 || date === 1_010_101 ? 0 : date
}

/**
 * A date as a number yyyymmdd, with 00 for a month or day that is not given; 0 for none. Reads 1971-06-24,
 * 19710624, 24/06/1971 (or 06/24/1971 by `order`), 24 June 1971, 1971-06, 06/1971, 1971, and a time after any.
 * Impossible parts (month 80) are kept as typed: a slip of a finger is still evidence.
 */
export function readDate(text: string, order: DateOrder = 'dmy'): number {
  const iso = ISO.exec(text)
  if (iso) return whole(+iso[1]!, +iso[2]!, +iso[3]!)
  const parts = text
    .toLowerCase()
    .replace(/[t ]\d\d?:\d\d.*$/, '')
    .match(/\d+|[a-z]{3,}/g)
  if (!parts) return 0
  const named = parts.findIndex((p) => MONTHS.includes(p.slice(0, 3)))
  const n = parts.map((p, i) => (i === named ? MONTHS.indexOf(p.slice(0, 3)) + 1 : parseInt(p, 10)))
  if (n.some(Number.isNaN)) return 0
  const [a, b, c] = n as [number, number, number]
  if (n.length === 1) {
    if (parts[0]?.length === 8) return whole(Math.floor(a / 10_000), Math.floor(a / 100) % 100, a % 100)
    if (parts[0]?.length === 6) return whole(Math.floor(a / 100), a % 100, 0)
    return a > 1800 && a < 2200 ? whole(a, 0, 0) : 0
  }
  if (n.length === 2) return parts[0]?.length === 4 ? whole(a, b, 0) : whole(century(b, parts[1]!), a, 0)
  if (n.length !== 3) return 0
  if (parts[0]?.length === 4 && named !== 0) return whole(a, b, c)
  const monthFirst = named === 0 || (named < 0 && order === 'mdy')
  return monthFirst ? whole(century(c, parts[2]!), a, b) : whole(century(c, parts[2]!), b, a)
}

/** Two-digit years belong to the hundred years that end with this one. */
function century(year: number, text: string): number {
  if (text.length > 2) return year
  const now = new Date().getFullYear()
  const guess = Math.floor(now / 100) * 100 + year
  return guess > now ? guess - 100 : guess
}

/** Tells by a column's values whether the month stands first; British order where nothing decides. */
export function inferDateOrder(values: Iterable<string>): DateOrder {
  let first = 0
  let second = 0
  for (const value of values) {
    const parts = /^\s*(\d{1,2})\D(\d{1,2})\D\d{2,4}/.exec(value)
    if (!parts) continue
    if (+parts[1]! > 12) first++
    if (+parts[2]! > 12) second++
  }
  return second > first ? 'mdy' : 'dmy'
}
