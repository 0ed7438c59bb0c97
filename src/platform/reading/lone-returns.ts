import { splitRecord, unclosedLine, type Split } from './split-record.ts'

// None of them stands before a line feed, which would make it part of a line break.
const LONE_RETURN = /\r(?![\r\n])/
const LONE_RETURNS = /\r+(?![\r\n])/g

/** Whether a carriage return stands alone in the record, without a line feed. */
export const hasLoneReturns = (record: string): boolean => LONE_RETURN.test(record)

/** The index of the first carriage return from `from` on that stands alone, -1 when there is none; the last sign of the text may not. */
export function findLoneReturn(text: string, from: number): number {
  let at = text.indexOf('\r', from)
  while (at !== -1 && (at === text.length - 1 || text[at + 1] === '\r' || text[at + 1] === '\n'))
    at = text.indexOf('\r', at + 1)
  return at
}

/**
 * A record that ends with its line break, cut where carriage returns stand alone outside its quotation marks, as some programs end the
 * rows that they put into another's file: each part with its own text.
 */
export function cutAtLoneReturns(
  record: string,
  separator: string,
  quote: string,
): { raw: string; split: Split }[] {
  const text = record.replace(LONE_RETURNS, '\n')
  const parts: { raw: string; split: Split }[] = []
  for (let at = 0; at < text.length;) {
    const split = splitRecord(text, at, separator, quote) ?? unclosedLine(text, at, separator)
    parts.push({ raw: text.slice(at, split.next), split })
    at = split.next
  }
  return parts
}
