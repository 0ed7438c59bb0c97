import { lineEnd, splitRecord, type Split } from './split-record.ts'
import type { TableFormat } from './table-format.ts'

export type TableRow = {
  /** Counted from 1, without headings, blank lines and lines that are not rows. */
  row: number
  /** The line of the file on which it begins, counted from 1. */
  line: number
  cells: string[]
  /** Why the row cannot be read as a row at all; null when it can. */
  problem: string | null
}

/** No record is longer: what looks longer is a quotation mark that never closes. */
const LONGEST_RECORD = 2 * 1024 * 1024
/** No cell of a record is longer: what looks longer is no record, and no page could show it. */
const LONGEST_CELL = 50_000

/** The sign with which programs of DOS end a file. */
const DOS_END = '\u001a'

// A slice keeps the text it was cut from: whoever remembers one cell would keep the piece of the file it came in.
const own = (text: string, from: number, to: number) => Buffer.from(text.slice(from, to)).toString()

/**
 * Cuts text, fed piece by piece, into rows. Nothing between two line breaks is ever lost: a row that cannot be cut properly comes
 * with a problem, and reading goes on at the next line. Memory holds one piece and one record.
 */
export class TableRows {
  headings: string[] | null = null
  blankLines = 0
  skippedLines = 0
  /** What the file is written in: what its byte-order mark says, or else the format. */
  encoding: TableFormat['encoding']
  /** How many cells a row must have, once known. */
  expected: number | undefined
  #rest = ''
  #line = 1
  #row = 0
  #separator: string
  #quote: string
  #format: TableFormat
  #suspect = false
  #oldMac: boolean | undefined

  constructor(format: TableFormat) {
    this.#format = format
    this.encoding = format.encoding
    this.#separator = format.separator === 'tab' ? '\t' : format.separator
    this.#quote = format.quote === 'none' ? '' : format.quote
    this.expected = format.cells
  }

  /** Nothing was in it so far, not even a blank line. */
  get isEmpty(): boolean {
    return this.#line === 1
  }

  /** Takes the next piece of text (`last` when there is no more) and gives the rows that are complete. */
  push(piece: string, last: boolean): TableRow[] {
    let text = this.#rest + this.#plainBreaks(piece)
    if (last && text !== '' && !text.endsWith('\n')) text += '\n'
    this.#suspect ||= piece.includes('\uFFFD') || piece.includes('\0')
    const rows: TableRow[] = []
    let at = 0
    let nextQuote = this.#quote === '' ? -1 : text.indexOf(this.#quote)
    while (at < text.length) {
      const end = text.indexOf('\n', at)
      if (end === -1) break
      if (nextQuote !== -1 && nextQuote < at) nextQuote = text.indexOf(this.#quote, at)
      if (nextQuote === -1 || nextQuote > end) {
        const line = own(text, at, text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end)
        this.#take(rows, line, { cells: line.split(this.#separator), next: end + 1, lines: 1 })
        at = end + 1
        continue
      }
      const found = splitRecord(text, at, this.#separator, this.#quote)
      const split = found && {
        ...splitRecord(own(text, at, found.next), 0, this.#separator, this.#quote)!,
        next: found.next,
      }
      if (!split && !last && text.length - at < LONGEST_RECORD) break
      at = this.#takeQuoted(rows, text, at, end, split)
    }
    this.#rest = at < text.length ? text.slice(at) : ''
    if (this.#rest === '') this.#suspect = false
    return rows
  }

  /** A record with quotation marks; gives the index at which reading goes on. */
  #takeQuoted(rows: TableRow[], text: string, at: number, end: number, split: Split | null): number {
    const whole = split && !split.fault && this.#fits(split.cells)
    if (split && (whole || (split.lines === 1 && !split.fault))) {
      this.#take(rows, text.slice(at, split.next), split)
      return split.next
    }
    // A mark that does not close, or closes in another row, swallows the rows between: where the next line is a row by
    // itself, only the first line is in error and nothing after it is lost.
    if (split && !split.fault && !this.#rowByItself(text, end + 1)) {
      this.#take(rows, text.slice(at, split.next), split)
      return split.next
    }
    const line = text.slice(at, end)
    const fault = split?.fault === 'misplaced' ? 'misplaced' : 'unclosed'
    this.#take(rows, line, { cells: line.split(this.#separator), next: end + 1, lines: 1, fault })
    return end + 1
  }

  #rowByItself(text: string, from: number): boolean {
    const end = lineEnd(text, from)
    const split = splitRecord(text.slice(from, end + 1), 0, this.#separator, this.#quote)
    return split !== null && !split.fault && this.#fits(split.cells)
  }

  #fits = (cells: string[]) => this.expected === undefined || cells.length === this.expected

  #take(rows: TableRow[], raw: string, { cells, lines, fault }: Split) {
    const line = this.#line
    this.#line += lines
    const { header_row, skip_lines_starting } = this.#format
    if (line < header_row || skip_lines_starting.some((start) => raw.startsWith(start))) this.skippedLines++
    else if (line === header_row) {
      this.headings = cells
      this.expected ??= cells.length
    } else if (cells.length === 1 && raw.replace(DOS_END, '').trim() === '') this.blankLines++
    else {
      this.expected ??= cells.length
      this.#row++
      rows.push({ row: this.#row, line, cells, problem: this.#problemOf(raw, cells, fault) })
    }
  }

  #problemOf(raw: string, cells: string[], fault: Split['fault']): string | null {
    // Two files put together, or a page break of the program that wrote it.
    if (cells[0] === this.headings?.[0] && cells.every((cell, at) => cell === this.headings![at]))
      return 'The row is the headings once more'
    if (fault === 'unclosed') return 'A quotation mark opens a cell and never closes'
    if (fault === 'misplaced') return 'There is text after the quotation mark that closes a cell'
    if (!this.#fits(cells)) return `The row has ${cells.length} cells where ${this.expected} are expected`
    if (raw.length > LONGEST_CELL && cells.some((cell) => cell.length > LONGEST_CELL))
      return `The row has a cell of more than ${LONGEST_CELL.toLocaleString('en-GB')} characters`
    if (!this.#suspect) return null
    if (raw.includes('\uFFFD')) return `The row holds bytes that are not ${this.encoding}`
    return raw.includes('\0') ? 'The row holds a null character, which no text has' : null
  }

  // Files of old Macintosh programs end lines with a carriage return alone; settled by the first line break.
  #plainBreaks(piece: string): string {
    if (this.#oldMac === undefined && /[\r\n]/.test(piece))
      this.#oldMac = /^[^\n]*\r[^\n]/s.test(piece) && !piece.includes('\n')
    return this.#oldMac ? piece.replaceAll('\r', '\n') : piece
  }
}
