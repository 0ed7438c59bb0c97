import { addDays, isDay, quarter } from '#reference'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const MONTH = `(?:${MONTHS.map((month) => (month === 'may' ? month : `${month}|${month.slice(0, 3)}`)).join('|')}|sept)\\.?`
const NTH = String.raw`\d{1,2}(?:st|nd|rd|th)?`

/** A date as papers write them: '31.1.20', '8/10/2020', '2020-01-31', '4th March 2020', 'March 4, 2020', 'the 4th of Mar 20', or a month alone. */
export const WRITTEN_DATE = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|${MONTH}\s+${NTH},?\s+\d{4}|(?:${NTH}\s+(?:of\s+)?)?\b${MONTH},?\s+(?:\d{4}|['’]\d{2}|\d{2}(?=\s*(?:[:)–-]|$)))`

export type WrittenDate = { dated_on: string; dated_to: 'day' | 'month' }

const two = (number: number | string) => String(number).padStart(2, '0')
const ofCentury = (year: string) => (year.length === 2 ? `20${year}` : year)
const monthOf = (word: string) =>
  MONTHS.findIndex((month) => month.slice(0, 3) === word.slice(0, 3).toLowerCase()) + 1

/** The day or month a text gives, or undefined. A month is its first day, dated to the month. A year of two digits is of this century. */
export function readWrittenDate(text: string): WrittenDate | undefined {
  const said = text.trim()
  const [, iso] = /^(\d{4}-\d{2}-\d{2})$/.exec(said) ?? []
  if (iso) return isDay(iso) ? { dated_on: iso, dated_to: 'day' } : undefined
  const figures = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})$/.exec(said)
  if (figures) {
    const [, day = '', month = '', year = ''] = figures
    return real(ofCentury(year), Number(month), day)
  }
  if (!new RegExp(`^(?:${WRITTEN_DATE})$`, 'i').test(said)) return undefined
  const [, year = ''] = /(\d{4}|\d{2})$/.exec(said)!
  const day = /(?:^|\s)(\d{1,2})(?:st|nd|rd|th)?[\s,]/i.exec(said)?.[1]
  return real(ofCentury(year), monthOf(/[a-z]{3,}/i.exec(said.replace(/\bof\b/i, ''))![0]), day)
}

function real(year: string, month: number, day: string | undefined): WrittenDate | undefined {
  const dated_on = `${year}-${two(month)}-${two(day ?? 1)}`
  return isDay(dated_on) ? { dated_on, dated_to: day ? 'day' : 'month' } : undefined
}

const QUARTER = /\bq(?:uarter|tr)?\.?\s*([1-4])\b[\s,(of-]*(20\d{2})\s*[-–/]\s*(?:20)?\d{2}\b/i

/** The last day that something is due by: '31.3.20', 'by the end of March 2020' (its last day), 'Q3 2019-20'. Undefined where the text names none. */
export function readDueDate(text: string): string | undefined {
  const said = text.replaceAll(/\s+/g, ' ').trim()
  const [, number, year] = QUARTER.exec(said) ?? []
  if (number && year) return quarter(Number(year), Number(number)).to
  const dates = [...said.matchAll(new RegExp(WRITTEN_DATE, 'gi'))].flatMap(
    ([one]) => readWrittenDate(one) ?? [],
  )
  const last = dates.at(-1)
  if (!last) return undefined
  return last.dated_to === 'day' ? last.dated_on : endOfMonth(last.dated_on)
}

const endOfMonth = (first: string) => addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
