/** One record cut into cells, and where the next one begins. */
export type Split = {
  cells: string[]
  /** Index just past the record's line break. */
  next: number
  /** How many lines it stands on. */
  lines: number
  /** What is wrong with its quotation marks, or its length. */
  fault?: 'unclosed' | 'misplaced' | 'long'
}

/** Where the line that begins at `from` ends: the index of its line break, or of the end of the text. */
export function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

/** The line that begins at `from`, as a record with a quotation mark that never closes. */
export function unclosedLine(text: string, from: number, separator: string): Split {
  const end = lineEnd(text, from)
  const cells = text.slice(from, textEnd(text, from, end)).split(separator)
  return { cells, next: end + 1, lines: 1, fault: 'unclosed' }
}

/** Where the text of a line ends that has its line break at `end`: before the carriage returns that belong to the break. */
export function textEnd(text: string, from: number, end: number): number {
  let stop = end
  while (stop > from && text.charCodeAt(stop - 1) === 13) stop--
  return stop
}

/**
 * Cuts the record that begins at `from`, by the rules of RFC 4180, with a quotation mark in the middle of an unquoted cell
 * taken as it is. Null when the text ends before the record's line break, so that more may follow.
 */
export function splitRecord(text: string, from: number, separator: string, quote: string): Split | null {
  const cells: string[] = []
  let lines = 1
  let at = from
  for (;;) {
    let start = at
    while (text[start] === ' ') start++
    if (quote !== '' && text[start] === quote) {
      const read = readQuoted(text, start + 1, quote)
      if (!read) return null
      lines += read.breaks
      let after = read.end
      while (text[after] === ' ') after++
      cells.push(read.cell)
      const sign = text[after]
      if (sign === separator) {
        at = after + 1
        continue
      }
      let end = after
      while (text[end] === '\r') end++
      if (end >= text.length) return null // it may be the first of two marks
      if (text[end] === '\n') return { cells, next: end + 1, lines }
      return { cells, next: lineEnd(text, after) + 1, lines, fault: 'misplaced' }
    }
    const newline = lineEnd(text, at)
    if (newline === text.length) return null
    const nextSeparator = text.indexOf(separator, at)
    if (nextSeparator !== -1 && nextSeparator < newline) {
      cells.push(text.slice(at, nextSeparator))
      at = nextSeparator + 1
      continue
    }
    cells.push(text.slice(at, textEnd(text, at, newline)))
    return { cells, next: newline + 1, lines }
  }
}

function readQuoted(text: string, from: number, quote: string) {
  let cell = ''
  let breaks = 0
  let at = from
  for (;;) {
    const closing = text.indexOf(quote, at)
    if (closing === -1) return null
    const part = text.slice(at, closing)
    if (part.includes('\n')) breaks += part.split('\n').length - 1
    if (text[closing + 1] !== quote) return { cell: cell + part, end: closing + 1, breaks }
    cell += part + quote
    at = closing + 2
  }
}
