import { isDay, type Day } from '#reference'

const PARTS: Record<string, string> = {
  '{YYYYMMDD}': '(?<year>\\d{4})(?<month>\\d{2})(?<date>\\d{2})',
  '{YYYY-MM-DD}': '(?<year>\\d{4})-(?<month>\\d{2})-(?<date>\\d{2})',
  '{DDMMYYYY}': '(?<date>\\d{2})(?<month>\\d{2})(?<year>\\d{4})',
  '{DD-MM-YYYY}': '(?<date>\\d{2})-(?<month>\\d{2})-(?<year>\\d{4})',
  '*': '.*',
}

/** Whether a file is called as the profile says, and the day in its name: null when the name tells none that exists. */
export function readFileName(
  pattern: string | undefined,
  name: string,
): { fits: boolean; sent_on: Day | null } {
  if (pattern === undefined) return { fits: true, sent_on: null }
  const source = pattern
    .split(/(\{[YMD-]+\}|\*)/)
    .map((part) => PARTS[part] ?? part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('')
  const found = new RegExp(`^${source}$`, 'i').exec(name)
  const { year, month, date } = found?.groups ?? {}
  const day = `${year}-${month}-${date}`
  return { fits: found !== null, sent_on: isDay(day) ? day : null }
}
