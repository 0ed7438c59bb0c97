import { addDays, addMonths, type Day, isDay, quarter } from '#reference'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'

/** A date as papers write it. `exists` is false for 31 June; `to` is the last day it may mean. */
export type WrittenDate = {
  from: Day
  to: Day
  dated_to: 'day' | 'month' | 'quarter'
  text: string
  index: number
  exists: boolean
  weekday?: string
}

const WORDED = new RegExp(
  String.raw`(?:\b(${WEEKDAY}),?\s+)?(?:\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b(${MONTH})\.?,?\s+(\d{4})\b`,
  'gi',
)
const FIGURES = /\b(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})\b/g
const QUARTER =
  /\b(?:Q|Qrt|Qtr|Quarter)\.?\s?([1-4])\b(?:\s*(?:of|,|in|\()?\s*(\d{4})\s?[-–/]\s?(\d{4}|\d{2}|\d)\b)?/gi

const two = (number: number | string) => String(number).padStart(2, '0')
const lastOfMonth = (first: Day): Day => addDays(addMonths(first, 1), -1)

/** Every date with its year in a text, in order; quarters count as dates where their year is told. */
export function datesIn(text: string): WrittenDate[] {
  const found: WrittenDate[] = []
  for (const match of text.matchAll(WORDED)) {
    const [all, weekday, date, month = '', year = ''] = match
    const first = `${year}-${two(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1)}-01`
    const day = date ? `${first.slice(0, 8)}${two(date)}` : first
    const exists = isDay(day)
    found.push({
      from: exists ? day : first,
      to: date && exists ? day : lastOfMonth(first),
      dated_to: date ? 'day' : 'month',
      text: all,
      index: match.index,
      exists,
      ...(weekday ? { weekday } : {}),
    })
  }
  for (const match of text.matchAll(FIGURES)) {
    const [all, date = '', month = '', year = ''] = match
    const day = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(date)}`
    const exists = isDay(day)
    if (exists || Number(month) <= 12)
      found.push({ from: day, to: day, dated_to: 'day', text: all, index: match.index, exists })
  }
  for (const match of text.matchAll(QUARTER)) {
    const [all, number = '', year] = match
    if (!year) continue
    const { from, to } = quarter(Number(year), Number(number))
    found.push({ from, to, dated_to: 'quarter', text: all, index: match.index, exists: true })
  }
  return found.sort((a, b) => a.index - b.index)
}

/** Quarters named, with or without their year. */
export const quartersIn = (text: string) =>
  [...text.matchAll(QUARTER)].map(({ 0: all, 1: number = '', 2: year, index }) => ({
    number: Number(number),
    ...(year ? { year: Number(year) } : {}),
    text: all,
    index,
  }))

/** '2019-20', '2018/2019', '2013-8': years that a thing runs over. */
export const yearRangesIn = (text: string) =>
  [
    ...text.matchAll(/(?<![\d/.-])((?:19|20)\d\d)\s?([-–/])\s?((?:19|20)\d\d|\d{1,2})(?![\d/.]\d|\d)/g),
  ].flatMap(({ 0: all, 1: starts = '', 3: ends = '', index }) => {
    const to = Number(ends.length === 4 ? ends : `${starts.slice(0, 4 - ends.length)}${ends}`)
    return to > Number(starts) && to - Number(starts) < 12
      ? [{ starts: Number(starts), ends: to, digits: ends.length, text: all, index }]
      : []
  })

/** 'January 2017 to December 2018', 'from April – June 2019': the first and last day. */
export function rangesIn(text: string): { from: Day; to: Day; text: string; reversed: boolean }[] {
  const range = new RegExp(
    String.raw`\b((?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:${MONTH})(?:\s+\d{4})?)\s*(?:to|[-–]|until)\s*((?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:${MONTH})\s+(\d{4}))\b`,
    'gi',
  )
  const between = text.replaceAll(
    new RegExp(
      String.raw`\b(between\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:${MONTH})(?:\s+\d{4})?)\s+and\b`,
      'gi',
    ),
    '$1 to',
  )
  return [...between.matchAll(range)].flatMap(({ 0: all, 1: first = '', 2: last = '', 3: year }) => {
    const from = datesIn(/\d{4}$/.test(first) ? first : `${first} ${year}`)[0]
    const to = datesIn(last)[0]
    return from && to ? [{ from: from.from, to: to.to, text: all, reversed: from.from > to.to }] : []
  })
}
