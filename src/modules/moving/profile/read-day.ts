const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const PARTS: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<short>\\d{2})',
  MMM: '(?<named>[a-z]{3,9})',
  MM: '(?<month>\\d{1,2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<date>\\d{1,2})',
  D: '(?<date>\\d{1,2})',
}
const TOKEN = /YYYY|YY|MMM|MM|M|DD|D/g

/** Whether a format has a day, a month and a year, each once. */
export const isDateFormat = (format: string): boolean =>
  (format.match(TOKEN) ?? [])
    .map((token) => token[0])
    .toSorted()
    .join('') === 'DMY'

/** A reader of days written in one format, like DD/MM/YYYY or D MMM YY; a time after the day is passed over. Null: no such day. */
export function dayReader(format: string): (text: string) => string | null {
  const pattern = new RegExp(
    `^${format
      .split(/(YYYY|YY|MMM|MM|M|DD|D)/)
      .map((part) => PARTS[part] ?? part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('')}(?:[ T]\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?: ?[ap]m)?Z?)?$`,
    'i',
  )
  const known = new Map<string, string | null>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const day = dayOf(pattern.exec(text)?.groups)
    if (known.size < 20_000) known.set(text, day)
    return day
  }
}

function dayOf(groups: Record<string, string | undefined> | undefined): string | null {
  if (!groups) return null
  const month = groups.named
    ? MONTHS.indexOf(groups.named.slice(0, 3).toLowerCase()) + 1
    : Number(groups.month)
  // Two figures for a year are the last hundred years': 17 is 2017, 48 is 1948.
  const now = new Date().getUTCFullYear()
  const short = Number(groups.short) + Math.floor(now / 100) * 100
  const year = groups.year ? Number(groups.year) : short > now ? short - 100 : short
  const made = new Date(Date.UTC(year, month - 1, Number(groups.date)))
  if (year < 1850 || made.getUTCMonth() !== month - 1 || made.getUTCDate() !== Number(groups.date))
    return null
  return made.toISOString().slice(0, 10)
}
