import { readWrittenDate, WRITTEN_DATE } from './read-dates.ts'

export type ReadUpdate = {
  dated_on: string | null
  dated_to: 'day' | 'month' | 'none'
  author: string
  /** Whether the paper names the author; if not, it is the deliverable's owner. */
  named: boolean
  words: string
  line: number
}

type Line = { line: number; text: string }

const INITIALS = String.raw`[A-Z]{2,3}(?:\s*[+&/]\s*[A-Z]{2,3})*`
/** 'Update January 2020', 'NW NOPCC Update October 2019: …', 'Force Update: 31.1.20', 'Update 9.10.20 KD: …'. */
const HEADED = new RegExp(
  String.raw`^((?:[A-Z][A-Za-z/]*\s+){0,3}?)update\s*:?\s*(${WRITTEN_DATE})(?:\s+(${INITIALS})(?=\s*:|\s*$))?\s*:?\s*(.*)$`,
  'i',
)
/** '7.10.20 HK: …' */
const DATED = new RegExp(String.raw`^(${WRITTEN_DATE})\s+(${INITIALS})\s*:\s*(.*)$`)
const BULLET = /^-\s/
/** A line that the next page goes on with. */
const UNFINISHED = /(?:,|'s|’s|\b(?:and|or|the|of|to|a|an|in|for|with|from|by|on|as))$/i

/** Whether a line begins an update, and what it says of it. */
function headingOf(text: string) {
  const dated = DATED.exec(text)
  if (dated) return { date: dated[1]!, author: dated[2]!, rest: dated[3]! }
  const headed = HEADED.exec(text)
  if (!headed) return undefined
  return { date: headed[2]!, author: (headed[1]!.trim() || headed[3]) ?? '', rest: headed[4]! }
}

/**
 * The updates within the lines under a deliverable, in the order of the paper. Lines before the first heading are an update without a date; where
 * no author is named, the owners are. A sentence that a page break cut is joined.
 */
export function readUpdates(lines: readonly Line[], owners: string): ReadUpdate[] {
  const updates: (ReadUpdate & { paragraphs: string[] })[] = []
  const start = (line: number, heading?: { date: string; author: string }) => {
    const date = heading && readWrittenDate(heading.date)
    const author = heading?.author.replaceAll(/\s*\+\s*/g, ' + ') ?? ''
    const one = {
      ...(date ?? { dated_on: null, dated_to: 'none' as const }),
      author: author || owners,
      named: author !== '',
      words: '',
      line,
      paragraphs: [] as string[],
    }
    updates.push(one)
    return one
  }
  for (const { line, text } of lines) {
    const heading = headingOf(text)
    if (heading) {
      const one = start(line, heading)
      if (heading.rest) one.paragraphs.push(heading.rest)
    } else joinOn((updates.at(-1) ?? start(line)).paragraphs, text)
  }
  return updates.map(({ paragraphs, ...one }) => ({ ...one, words: joined(paragraphs) }))
}

/** Adds a line: to the paragraph before it where a page cut the sentence, else as one of its own. */
export function joinOn(paragraphs: string[], text: string) {
  const last = paragraphs.at(-1)
  const goesOn =
    last !== undefined &&
    !BULLET.test(text) &&
    (/^[a-z]/.test(text) ? !/[.!?:]$/.test(last) : UNFINISHED.test(last))
  if (goesOn) paragraphs[paragraphs.length - 1] = `${last} ${text}`
  else paragraphs.push(text)
}

/** Paragraphs parted by an empty line; the points of a list follow each other. */
export const joined = (paragraphs: readonly string[]): string =>
  paragraphs.reduce(
    (text, one) =>
      `${text}${text === '' ? '' : BULLET.test(one) && /(^|\n)-\s[^\n]*$/.test(text) ? '\n' : '\n\n'}${one}`,
    '',
  )
