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
/** 'Update January 2020', 'NW NOPCC Update October 2019: …', 'Force Update: 31.1.20', 'Update 9.10.20 KD: …', 'Update (14 Jan 2020) – …'. */
const HEADED = new RegExp(
  String.raw`^((?:[A-Z][A-Za-z/]*\s+){0,3}?)update\s*[:(–-]?\s*(${WRITTEN_DATE})\)?(?:\s+(${INITIALS})(?=\s*:|\s*$))?\s*[:–-]?\s*(.*)$`,
  'i',
)
/** 'January 2020 update (NW): …' */
const DATE_FIRST = new RegExp(
  String.raw`^(${WRITTEN_DATE})\s+update(?:\s*\(?(${INITIALS})\)?(?=\s*[:–-]|\s*$))?\s*[:–-]?\s*(.*)$`,
  'i',
)
/** '7.10.20 HK: …' */
const SIGNED = new RegExp(String.raw`^(${WRITTEN_DATE}),?\s+[(–-]?\s*(${INITIALS})\)?\s*[:–-]\s*(.*)$`, 'i')
/** '14 January 2020: …', 'Jan 2020 – …': an update where none with a heading is open, else a part of that. */
const DATED = new RegExp(String.raw`^(${WRITTEN_DATE})\s*(?::|\s[–-]\s)\s*(\S.*)$`, 'i')
/** A date on a line of its own, above what was said then. */
const ALONE = new RegExp(String.raw`^(${WRITTEN_DATE})\s*[:–-]?$`, 'i')
/** '- Two are open (NW, January 2020)' */
const DATED_AT_END = new RegExp(
  String.raw`^-\s+(.*\S)\s*[([](?:([^()[\],:]{2,30}),?\s+)?(${WRITTEN_DATE})[)\]]\.?$`,
  'i',
)
const BULLET = /^-\s/
/** A line that the next page goes on with. */
const UNFINISHED = /(?:,|'s|’s|\b(?:and|or|the|of|to|a|an|in|for|with|from|by|on|as))$/i
const CAPITALS = new RegExp(`^${INITIALS}$`)

type Heading = { date: string; author: string; rest: string; loose?: true }

/** Whether a line begins an update, and what it says of it; `loose` where only a date says so, which an update with a heading may list. */
function headingOf(text: string): Heading | undefined {
  const point = text.replace(BULLET, '')
  const headed = HEADED.exec(point)
  if (headed) return { date: headed[2]!, author: (headed[1]!.trim() || headed[3]) ?? '', rest: headed[4]! }
  const first = DATE_FIRST.exec(point)
  if (first) return { date: first[1]!, author: first[2] ?? '', rest: first[3]! }
  const signed = SIGNED.exec(point)
  if (signed && CAPITALS.test(signed[2]!)) return { date: signed[1]!, author: signed[2]!, rest: signed[3]! }
  const dated = DATED.exec(point)
  if (dated) return { date: dated[1]!, author: '', rest: dated[2]!, loose: true }
  const alone = ALONE.exec(point)
  if (alone) return { date: alone[1]!, author: '', rest: '' }
  const ended = DATED_AT_END.exec(text)
  return ended && !/^[^A-Z]/.test(ended[2] ?? '')
    ? { date: ended[3]!, author: ended[2] ?? '', rest: ended[1]!, loose: true }
    : undefined
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
  let headed = false
  for (const { line, text } of lines) {
    const found = headingOf(text)
    const real = found && readWrittenDate(found.date) !== undefined
    const heading: Heading | undefined = found?.loose && (headed || !real) ? undefined : found
    if (heading) {
      // Each point of a list may be one of its own.
      headed = !heading.loose && !BULLET.test(text)
      const one = start(line, heading)
      // A day that there is not stays in the words: the update has no date.
      const words = real ? heading.rest : text
      if (words) one.paragraphs.push(words)
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
