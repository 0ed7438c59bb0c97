/** A number as it comes: from code, or as the text PostgreSQL gives for bigint and numeric columns. */
export type Numeric = number | bigint | string

const NUMERIC = /^(-?)(\d+)(?:\.(\d+))?$/

/** True for a finite number, a bigint, or text that is plainly one ('16707', '-0.50'); never for '1e3', '' or ' 1'. */
export const isNumeric = (value: unknown): value is Numeric =>
  typeof value === 'bigint' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && NUMERIC.test(value))

/** A number's digits without an exponent, every digit of a text kept. Throws a RangeError for anything else. */
export function plainDigits(value: Numeric): string {
  if (!isNumeric(value)) throw new RangeError('Not a number')
  if (typeof value === 'string') return value
  const [digits = '', exponent] = String(value).split('e')
  if (exponent === undefined) return digits
  if (Number(exponent) > 0) return String(BigInt(value))
  const sign = digits.startsWith('-') ? '-' : ''
  return `${sign}0.${'0'.repeat(-Number(exponent) - 1)}${digits.replace(/[-.]/g, '')}`
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** '16,707', '-1,234.5': a number as it is printed in a sentence or a table, no digit lost or added. */
export function numberInWords(value: Numeric): string {
  const [, sign = '', whole = '', fraction] = NUMERIC.exec(plainDigits(value)) ?? []
  return `${sign}${grouped(whole)}${fraction === undefined ? '' : `.${fraction}`}`
}

/** '1,234.50': always `places` digits after the point, halves rounded away from nought. */
export function decimalInWords(value: Numeric, places: number): string {
  const [, sign = '', whole = '', fraction = ''] = NUMERIC.exec(plainDigits(value)) ?? []
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'))
  const rounded = String(Number(fraction[places] ?? 0) >= 5 ? kept + 1n : kept).padStart(places + 1, '0')
  const head = rounded.slice(0, rounded.length - places)
  const minus = /[1-9]/.test(rounded) ? sign : ''
  return `${minus}${grouped(head)}${places > 0 ? `.${rounded.slice(-places)}` : ''}`
}

/** '£1,200' or '£1,200.50': pence only when there are any. The amount is in pounds. */
export function poundsInWords(pounds: Numeric): string {
  const text = decimalInWords(pounds, 2).replace(/\.00$/, '')
  return text.startsWith('-') ? `-£${text.slice(1)}` : `£${text}`
}
