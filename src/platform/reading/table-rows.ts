import { cutAtLoneReturns, findLoneReturn, hasLoneReturns } from './lone-returns.ts'
import { lineEnd, splitRecord, textEnd, unclosedLine, type Split } from './split-record.ts'
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

/** No row is longer, in characters: what looks longer is a quotation mark that never closes, or a file that is not cut into lines. */
const LONGEST_ROW = 500_000
/** No cell of a row is longer: what looks longer is no row, and no page could show it. */
const LONGEST_CELL = 50_000
/** Cells of a row that is no row; those after them stay together as one. */
const MOST_CELLS = 1000
/** Rows given at once, however short their lines are. */
const ROWS_AT_ONCE = 2000

const TOO_LONG = `is longer than ${LONGEST_ROW.toLocaleString('en-GB')} characters`

/** The sign with which programs of DOS end a file. */
const DOS_END = '\u001a'

// A slice keeps the text it was cut from: whoever remembers one cell would keep the piece of the file it came in.
const own = (text: string, from: number, to: number) => Buffer.from(text.slice(from, to)).toString()

/**
 * Cuts text, fed piece by piece, into rows. Nothing between two line breaks is ever lost: a row that cannot be cut properly comes
 * with a problem, and reading goes on at the next line. Memory holds one piece and one row of no more than `LONGEST_ROW`.
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
  /** What comes is still of a row that was too long. */
  #passing = false

  constructor(format: TableFormat) {
    this.#format = format
    this.encoding = format.encoding
    this.#separator = format.separator === 'tab' ? '\t' : format.separator
    this.#quote = format.quote === 'none' ? '' : format.quote
    this.expected = format.cells
  }

  /** Nothing was in it so far, not even a blank line. */
  get isEmpty(): boolean {
    return this.#line === 1 && this.headings === null && this.#row === 0
  }

  /** Takes the next piece of text (`last` when there is no more) and gives the rows that are complete; to be read to its end. */
  *push(piece: string, last: boolean): Generator<TableRow[], void, undefined> {
    let text = this.#rest + this.#plainBreaks(piece)
    if (last && text !== '' && !text.endsWith('\n')) text += '\n'
    this.#suspect ||= piece.includes('\uFFFD') || piece.includes('\0')
    const rows: TableRow[] = []
    let at = this.#passOver(text)
    let end = text.indexOf('\n', at)
    let nextQuote = this.#quote === '' ? -1 : text.indexOf(this.#quote, at)
    while (at < text.length) {
      while (rows.length >= ROWS_AT_ONCE) yield rows.splice(0, ROWS_AT_ONCE)
      if (end !== -1 && end < at) end = text.indexOf('\n', at)
      if ((end === -1 ? text.length : end) - at > LONGEST_ROW) {
        at = this.#takeLong(rows, text, at, end)
        continue
      }
      if (end === -1) break
      if (nextQuote !== -1 && nextQuote < at) nextQuote = text.indexOf(this.#quote, at)
      if (nextQuote === -1 || nextQuote > end) {
        const line = own(text, at, textEnd(text, at, end))
        this.#takeUnlessApart(rows, line, { cells: line.split(this.#separator), next: end + 1, lines: 1 })
        at = end + 1
        continue
      }
      const split = this.#splitQuoted(text, at)
      if (!split && !last && text.length - at <= LONGEST_ROW) break
      at = this.#takeQuoted(rows, text, at, split)
    }
    // A carriage return at the end may stand alone, or belong to a line feed that comes.
    this.#rest = this.#passing ? (text.endsWith('\r') ? '\r' : '') : text.slice(at)
    if (this.#rest === '') this.#suspect = false
    while (rows.length > 0) yield rows.splice(0, ROWS_AT_ONCE)
  }

  /** A record with quotation marks; null when it does not end, or not within the longest row. */
  #splitQuoted(text: string, at: number): Split | null {
    const found = splitRecord(text, at, this.#separator, this.#quote)
    if (!found || found.next - at > LONGEST_ROW) return null
    return { ...splitRecord(own(text, at, found.next), 0, this.#separator, this.#quote)!, next: found.next }
  }

  /** Takes a record with quotation marks; gives the index at which reading goes on. */
  #takeQuoted(rows: TableRow[], text: string, at: number, split: Split | null): number {
    const whole = split && !split.fault && this.#fits(split.cells)
    // A mark that does not close, or closes in another row, swallows the rows between: where the next line is a row by
    // itself, only the first line is in error and nothing after it is lost.
    const swallows = split && split.lines > 1 && this.#rowByItself(text, lineEnd(text, at) + 1)
    const taken =
      split && (whole || (!split.fault && !swallows))
        ? split
        : { ...unclosedLine(text, at, this.#separator), fault: split?.fault ?? ('unclosed' as const) }
    this.#takeUnlessApart(rows, own(text, at, textEnd(text, at, taken.next - 1)), taken)
    return taken.next
  }

  #rowByItself(text: string, from: number): boolean {
    const end = lineEnd(text, from)
    const split = splitRecord(text.slice(from, end + 1), 0, this.#separator, this.#quote)
    return split !== null && !split.fault && this.#fits(split.cells)
  }

  #fits = (cells: string[]) => this.expected === undefined || cells.length === this.expected

  /**
   * Takes a record, or the rows that it falls apart into where carriage returns stand alone. One that has the right number of cells with
   * them is one row, with a break in a cell.
   */
  #takeUnlessApart(rows: TableRow[], raw: string, split: Split) {
    const whole = !split.fault && this.expected !== undefined && this.expected > 1 && this.#fits(split.cells)
    const parts =
      whole || !hasLoneReturns(raw) ? [] : cutAtLoneReturns(`${raw}\n`, this.#separator, this.#quote)
    const cells = this.expected ?? parts[0]?.split.cells.length
    const fit = parts.filter((part) => !part.split.fault && part.split.cells.length === cells)
    // While it is not known how many cells a row has, all of the parts must agree on it.
    const apart = this.expected === undefined ? fit.length === parts.length && cells! > 1 : fit.length > 0
    if (parts.length < 2 || !apart) return this.#take(rows, raw, split)
    for (const [n, part] of parts.entries())
      this.#take(rows, part.raw, { ...part.split, lines: n === parts.length - 1 ? split.lines : 0 })
  }

  /** A line that is too long for a row is an error, unless carriage returns cut it; gives the index at which reading goes on. */
  #takeLong(rows: TableRow[], text: string, at: number, end: number): number {
    const stop = breakAfter(text, at, end)
    const lines = stop === end && end !== -1 ? 1 : 0
    if (stop !== -1 && stop - at <= LONGEST_ROW) {
      const [part] = cutAtLoneReturns(`${own(text, at, stop)}\n`, this.#separator, this.#quote)
      this.#take(rows, part!.raw, { ...part!.split, lines })
    } else {
      const raw = own(text, at, Math.min(at + LONGEST_CELL, stop === -1 ? text.length : stop))
      this.#take(rows, raw, { cells: raw.split(this.#separator), next: stop + 1, lines, fault: 'long' })
    }
    this.#passing = stop === -1
    return stop === -1 ? text.length : stop + 1
  }

  /** Where reading goes on after what is still of a row that was too long. */
  #passOver(text: string): number {
    if (!this.#passing) return 0
    const end = text.indexOf('\n')
    const stop = breakAfter(text, 0, end)
    this.#passing = stop === -1
    if (stop !== -1 && stop === end) this.#line++
    return stop === -1 ? text.length : stop + 1
  }

  #take(rows: TableRow[], raw: string, { cells, lines, fault }: Split) {
    const line = this.#line
    this.#line += lines
    const { header_row, skip_lines_starting } = this.#format
    if (line < header_row || skip_lines_starting.some((start) => raw.startsWith(start))) this.skippedLines++
    else if (line === header_row && this.headings === null) {
      if (fault === 'long')
        throw new Error(`Line ${line} of the file, where its headings should be, ${TOO_LONG}.`)
      this.headings = cells
      this.expected ??= cells.length
    } else if (cells.length === 1 && raw.replace(DOS_END, '').trim() === '') this.blankLines++
    else {
      this.expected ??= cells.length
      this.#row++
      const problem = this.#problemOf(raw, cells, line, fault)
      rows.push({ row: this.#row, line, cells: problem === null ? cells : this.#fewer(cells), problem })
    }
  }

  /** The cells of a row that is none: as many as a page can show. */
  #fewer(cells: string[]): string[] {
    if (cells.length <= Math.max(this.expected!, MOST_CELLS)) return cells
    return [...cells.slice(0, MOST_CELLS - 1), cells.slice(MOST_CELLS - 1).join(this.#separator)]
  }

  #problemOf(raw: string, cells: string[], line: number, fault: Split['fault']): string | null {
    // Two files put together, or a page break of the program that wrote it.
    if (cells[0] === this.headings?.[0] && cells.every((cell, at) => cell === this.headings![at]))
      return 'The row is the headings once more'
    if (fault === 'long')
      return `The row, which begins on line ${line}, ${TOO_LONG}: only its beginning is kept`
    if (fault === 'unclosed') return `A quotation mark opens a cell on line ${line} and never closes`
    if (fault === 'misplaced') return 'There is text after the quotation mark that closes a cell'
    if (!this.#fits(cells))
      return `The row has ${cells.length} cells where ${this.expected} are expected${
        hasLoneReturns(raw)
          ? ': carriage returns stand alone in it, so several rows may have run together'
          : ''
      }`
    if (raw.length > LONGEST_CELL && cells.some((cell) => cell.length > LONGEST_CELL))
      return `The row has a cell of more than ${LONGEST_CELL.toLocaleString('en-GB')} characters`
    if (!this.#suspect) return null
    if (raw.includes('\uFFFD')) return `The row holds bytes that are not ${this.encoding}`
    return raw.includes('\0') ? 'The row holds a null character, which no text has' : null
  }

  // Files of old Macintosh programs end lines with a carriage return alone; settled by the first line break. Their cells may hold line feeds.
  #plainBreaks(piece: string): string {
    if (this.#oldMac === undefined && /[\r\n]/.test(piece)) {
      const quote = this.#quote
      const outside =
        quote === '' ? piece : piece.replace(new RegExp(`${quote}[^${quote}]*(?:${quote}|$)`, 'g'), '')
      this.#oldMac = /^[^\n]*\r[^\n]/s.test(outside) && !outside.includes('\n')
    }
    return this.#oldMac ? piece.replaceAll('\r', '\n') : piece
  }
}

/** The first break from `at` on: a carriage return that stands alone, or the line feed at `end`; -1 when neither is there. */
function breakAfter(text: string, at: number, end: number): number {
  const lone = findLoneReturn(text, at)
  return lone !== -1 && (end === -1 || lone < end) ? lone : end
}
