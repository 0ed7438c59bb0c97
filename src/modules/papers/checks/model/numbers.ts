const WORDS: Record<string, number> = Object.fromEntries(
  'none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value]),
)
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
for (const [ten, word] of TENS.entries())
  for (const [one, unit] of [
    '',
    '-one',
    '-two',
    '-three',
    '-four',
    '-five',
    '-six',
    '-seven',
    '-eight',
    '-nine',
  ].entries())
    WORDS[`${word}${unit}`] = (ten + 2) * 10 + one
const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'

/** What has digits and counts nothing: days, years, times, money, ages, lengths of time, and what is cited by its number. */
const NOT_COUNTS = [
  String.raw`https?:\/\/\S+|www\.\S+|(?<!\S)\S{1,80}@\S{1,80}`,
  String.raw`£\s?[\d,.]+(?:\s?(?:m|k|bn|million|billion|thousand)\b)?`,
  String.raw`\b\d[\d,.]*(?:k|m)?\s?(?:pounds|pence)\b`,
  String.raw`\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b`,
  String.raw`\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:${MONTH})\b(?:\s+\d{4})?`,
  String.raw`\b(?:${MONTH})\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}`,
  String.raw`\b(?:19|20)\d\d\s?[-–/]\s?\d{1,4}\b`,
  String.raw`\b(?:${MONTH})[\s,]+\d{4}\b`,
  String.raw`\b(?:in|of|since|during|by|from|to|until|the|year|and|Act|for|June|\()\s*(?:19|20)\d\d(?![\d,])\b`,
  String.raw`\b(?:19|20)\d\d(?=\s+(?:${MONTH}|Act|Code|Plan|Strategy|Review|Annual|data|needs|calendar|financial|performance|figures|survey|report|Nottingham\w*|Police)\b)`,
  String.raw`\b(?:Q|Qrt|Qtr|Quarter|Theme|Themes|Objective|Priority|Priorities|Pillar|Strand|Goal|Aim|Section|Sections|Paragraph|paragraphs|Para|Appendix|Annex|Table|Figure|Chart|Article|Articles|Round|Phase|Stage|Lot|Version|Item|Step|Chapter|Page|Tier|Level|Right|Part|Recommendation|deliverable|no|number|item|V|Band|Step)s?\.?\s?\d+(?:\.\d+)*(?:\s?(?:and|to|,|-|–)\s?\d+)*\b`,
  String.raw`\b\d{1,2}(?::\d\d)?\s?(?:am|pm)\b|\b\d{1,2}:\d\d\b|\b24\s?/\s?7\b|\b\d\s?-\s?\d\s?-\s?\d\b`,
  String.raw`\bCovid[\s-]?19\b|\b999\b|\b101\b`,
  String.raw`\b(?:aged?|ages|under|over|between|age of)\s+\d{1,2}(?:\s?(?:-|–|to|and)\s?\d{1,2})?(?=\s*(?:years?\b|year|\)|,|$|\.|s\b|and\b|or\b))`,
  String.raw`\b\d{1,2}\s?(?:-|–|to|and|or)\s?\d{1,2}[\s-]?(?:years?|months?|weeks?|days?|hours?|minutes?)\b`,
  String.raw`\b(?:\d+(?:\.\d+)?|${Object.keys(WORDS).join('|')})[\s-]?(?:(?:working|calendar|full|whole|school|consecutive|half)[\s-])?(?:years?|months?|weeks?|days?|hours?|minutes?|miles?|am|pm|decades?)\b['’]?`,
  String.raw`\(?\+?0?\d{3,5}\)?\s\d{3}\s?\d{3,4}\b|\b0\d{9,10}\b`,
].join('|')

export type WrittenNumber = {
  value: number
  kind: 'count' | 'percent'
  /** As written: '1,204', 'two', '92.5%'. */
  text: string
  index: number
  end: number
  decimals: number
  /** 'over 40', 'about 300'. */
  rough: boolean
}

/** The text with everything that counts nothing blanked out, the same length. */
export const withoutDates = (text: string): string =>
  text.replaceAll(new RegExp(NOT_COUNTS, 'gi'), (all) => ' '.repeat(all.length))

const NUMBER = new RegExp(
  String.raw`(?<![\w.,£/])([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?|(?:${Object.keys(WORDS).slice(1).join('|')})(?!-))(\s?%|\s?per\s?cent\b)?(?![\w]|[.,]\d)`,
  'gi',
)
const ROUGH =
  /(?:\b(?:over|about|around|approximately|nearly|almost|some|more than|up to|at least|under|fewer than|less than|just)|[~<>≥≤])\s*$/i

/** The counts and percentages that a sentence gives, in order. Numbers of days, sections, pounds and the like are none. */
export function numbersIn(sentence: string): WrittenNumber[] {
  const text = withoutDates(sentence)
  return [...text.matchAll(NUMBER)].map((match) => {
    const [all, digits = '', percent] = match
    const value = WORDS[digits.toLowerCase()] ?? Number(digits.replaceAll(',', ''))
    return {
      value,
      kind: percent ? 'percent' : 'count',
      text: all.trim(),
      index: match.index,
      end: match.index + all.length,
      decimals: /\.(\d+)/.exec(digits)?.[1]?.length ?? 0,
      rough: ROUGH.test(text.slice(0, match.index)),
    }
  })
}

/** A cell of a table as a number: '16.00%' and '1,204' are, '-', 'N/A*' and '10+' are not. */
export function cellNumber(cell: string): { value: number; percent: boolean; decimals: number } | undefined {
  const [, digits, percent] = /^\s*[£(]?\s*(-?\d[\d,]*(?:\.\d+)?)\s*(%)?\s*[)*]?\s*$/.exec(cell) ?? []
  if (digits === undefined) return undefined
  return {
    value: Number(digits.replaceAll(',', '')),
    percent: percent !== undefined,
    decimals: /\.(\d+)/.exec(digits)?.[1]?.length ?? 0,
  }
}

/**
 * Whether a share printed to some decimals is part of whole: rounded either way at the half, never 100 unless all nor 0 unless none. `rough`:
 * 'over 99%' need only be near.
 */
export function percentHolds(
  part: number,
  whole: number,
  printed: number,
  decimals: number,
  rough = false,
): boolean {
  if (whole === 0) return false
  const exact = (part / whole) * 100
  if (printed === 100 && part !== whole) return false
  if (printed === 0 && part !== 0) return false
  return Math.abs(exact - printed) <= (rough ? 1.5 : 0.5) * 10 ** -decimals + 1e-9
}

/** '93%', or '93.3%' when it was printed to one decimal. */
export const percentOf = (part: number, whole: number, decimals = 0): string => {
  const exact = (part / whole) * 100
  const shown = exact.toFixed(decimals)
  return part !== whole && Number(shown) === 100 ? `${exact.toFixed(decimals + 1)}%` : `${shown}%`
}
