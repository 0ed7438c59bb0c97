/** A number in somebody's words: as it stands, which of its like it is from the first, and the words around it. */
export type NumberInWords = { figure: string; place: number; at: number; around: string }

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'

/** Digits that count nothing: days, years, times, and what is only numbered or named. */
const NO_FIGURE = new RegExp(
  [
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?\s+${MONTH}\b\.?(?:\s+\d{4})?`,
    String.raw`\b${MONTH}\s+\d{4}\b`,
    String.raw`\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b`,
    String.raw`\b(?:19|20)\d{2}(?:\s?[-–/]\s?\d{2,4})?\b`,
    String.raw`\b\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm)\b(?:\s?-\s?\d{1,2}\s?(?:am|pm))?`,
    String.raw`\b(?:24/7|\d-\d-\d|Covid[- ]19)\b`,
    String.raw`\b(?:no|nos|number|theme|objective|priority|round|quarter|qrt|phase|section|appendix|version|item|tier)\.?\s+\d+\b`,
    String.raw`\b[A-Za-z]+-?\d+\w*`,
  ].join('|'),
  'gi',
)
const FIGURE =
  /£\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:k|m|bn|million|billion)\b)?|[+\u2212]?\d+(?:,\d{3})*(?:\.\d+)?(?:\s?[-–]\s?\d+)?(?:\s?(?:%|per cent\b))?/g

const BEFORE = 6
const AFTER = 9

/**
 * Every number in a text that counts or measures something, in order: sums, shares, counts, ranges. Days, years, times and what is only numbered
 * ('no 9', 'Round 2', 'Covid-19') are none.
 */
export function numbersIn(text: string): NumberInWords[] {
  const masked = text.replaceAll(NO_FIGURE, (all) => ' '.repeat(all.length))
  const seen = new Map<string, number>()
  return [...masked.matchAll(FIGURE)].map(({ 0: found, index }) => {
    const figure = found.replace(/,$/, '').trim()
    const place = (seen.get(figure) ?? 0) + 1
    seen.set(figure, place)
    return { figure, place, at: index, around: wordsAround(text, index, figure.length) }
  })
}

/** '…now has a total of 34 registered Community Points, with several other…' */
function wordsAround(text: string, at: number, length: number): string {
  const [left, right] = [text.slice(0, at), text.slice(at + length)]
  const sentence = /[^.!?\n]*$/.exec(left)![0]
  const before = sentence.trimStart().split(/\s+/)
  const rest = /^(?:[^.!?\n]|\.(?=\d))*/.exec(right)![0]
  const after = rest.split(/\s+/)
  const start = before.slice(-BEFORE - 1).join(' ')
  const end = after.slice(0, AFTER + 1).join(' ')
  return `${before.length > BEFORE + 1 ? '…' : ''}${start}${text.slice(at, at + length)}${end.trimEnd()}${after.length > AFTER + 1 ? '…' : ''}`
}
