const TOKENS: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<short>\\d{2})',
  MMMM: '(?<name>\\p{L}{3,9})',
  MMM: '(?<name>\\p{L}{3,9})',
  MM: '(?<month>\\d{1,2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  H: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2}(?:\\.\\d+)?)',
  A: '(?<half>[AaPp][Mm])',
  Z: '(?<zone>Z|[+-]\\d{2}:?\\d{2})',
}
const TOKEN = /YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|mm|ss|A|Z/g
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The formats a profile may name, checked when it is read: null when the format is usable, else what is wrong with it. */
export function dayFormatFault(format: string): string | null {
  if (format === 'EXCEL') return null
  const tokens: string[] = format.match(TOKEN) ?? []
  const has = (...any: string[]) => any.some((token) => tokens.includes(token))
  if (!has('YYYY', 'YY') || !has('MMMM', 'MMM', 'MM', 'M') || !has('DD', 'D'))
    return `“${format}” has no year, month and day: write it like DD/MM/YYYY`
  return new Set(tokens).size === tokens.length ? null : `“${format}” names a part twice`
}

export type DayFormatOptions = {
  /** The time zone of times in the file; a day is that of the `dayZone`. */
  zone: string
  dayZone: string
  /** A year of two figures is the latest one not after this. */
  latestYear: number
}

/** Reads a text as a day `YYYY-MM-DD`; NO_SUCH_DAY for 31/02/2017, null when no format fits. */
export type ReadDay = (text: string) => string | null
export const NO_SUCH_DAY = 'no such day'

/** Makes the reader for formats that are tried in order: the first one whose shape fits decides. */
export function compileDayFormats(formats: readonly string[], options: DayFormatOptions): ReadDay {
  const readers = formats.map((format) => (format === 'EXCEL' ? readExcelDay : compile(format, options)))
  return (text) => {
    for (const read of readers) {
      const day = read(text)
      if (day !== null) return day
    }
    return null
  }
}

function compile(format: string, options: DayFormatOptions): ReadDay {
  // Figures without anything between them must have their full width: 1122017 could be two days.
  const tight = /DDMM|MMDD|YYYYMM|HHmm/.test(format)
  const source = format
    .split(new RegExp(`(${TOKEN.source})`))
    .map((part) => TOKENS[part] ?? part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s+'))
    .join('')
    .replaceAll('\\d{1,2}', tight ? '\\d{2}' : '\\d{1,2}')
  const shape = new RegExp(`^${source}$`, 'u')
  return (text) => {
    const parts = shape.exec(text)?.groups
    if (!parts) return null
    const year =
      parts.year === undefined ? longYear(Number(parts.short), options.latestYear) : Number(parts.year)
    const month =
      parts.name === undefined
        ? Number(parts.month)
        : MONTHS.indexOf(parts.name.slice(0, 3).toLowerCase()) + 1
    const day = dayText(year, month, Number(parts.day))
    if (day === null) return NO_SUCH_DAY
    if (parts.hour === undefined || (parts.zone === undefined && options.zone === options.dayZone)) return day
    return dayOfMoment(day, parts, options)
  }
}

/**
 * Makes what settles the century of a day that was written in one of these formats: one that would be after the latest it can be is a hundred
 * years before it, where none of the formats has a year of four figures. Born in 26 and reported in 2024: somebody of 98 years.
 */
export function settleCentury(formats: readonly string[]): (day: string, latest: string) => string {
  const isShortYear = formats.every((format) => /YY/.test(format) && !/YYYY/.test(format))
  return (day, latest) => {
    if (!isShortYear || day <= latest) return day
    return dayText(Number(day.slice(0, 4)) - 100, Number(day.slice(5, 7)), Number(day.slice(8))) ?? day
  }
}

const longYear = (short: number, latest: number) => {
  const year = Math.floor(latest / 100) * 100 + short
  return year > latest ? year - 100 : year
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const two = (number: number) => (number < 10 ? `0${number}` : String(number))

function dayText(year: number, month: number, day: number): string | null {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > LENGTHS[month - 1]! + (leap ? 1 : 0))
    return null
  return `${year}-${two(month)}-${two(day)}`
}

// A spreadsheet's day number: days since 30 December 1899, with a fraction for the time.
function readExcelDay(text: string) {
  if (!/^\d{1,6}(?:\.\d+)?$/.test(text)) return null
  return new Date((Math.floor(Number(text)) - 25_569) * 86_400_000).toISOString().slice(0, 10)
}

function dayOfMoment(
  day: string,
  parts: Record<string, string | undefined>,
  { zone, dayZone }: DayFormatOptions,
) {
  let hour = Number(parts.hour)
  if (parts.half) hour = (hour % 12) + (/p/i.test(parts.half) ? 12 : 0)
  const minute = Number(parts.minute ?? 0)
  if (hour > 24 || minute > 59) return NO_SUCH_DAY
  const local = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000 + minute * 60_000
  const offset = parts.zone ? offsetOf(parts.zone) : zoneOffset(zone, local)
  const moment = local - offset * 60_000
  return new Date(moment + zoneOffset(dayZone, moment) * 60_000).toISOString().slice(0, 10)
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(zone) ?? []
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0
}

const formatters = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()

/** Minutes by which a zone is ahead of UTC at about a moment; kept by the hour, for a file asks it a million times. */
function zoneOffset(zone: string, moment: number): number {
  if (zone === 'UTC') return 0
  const hour = Math.floor(moment / 3_600_000)
  const known = offsets.get(`${zone}${hour}`)
  if (known !== undefined) return known
  let formatter = formatters.get(zone)
  if (!formatter)
    formatters.set(
      zone,
      (formatter = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })),
    )
  const name =
    formatter.formatToParts(hour * 3_600_000).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const offset = offsetOf(name)
  if (offsets.size > 50_000) offsets.clear()
  offsets.set(`${zone}${hour}`, offset)
  return offset
}
