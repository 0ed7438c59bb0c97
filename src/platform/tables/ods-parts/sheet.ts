import { setImmediate as breathe } from 'node:timers/promises'
import { readCell } from '../cell.ts'
import type { Cell } from '../cell.ts'
import type { Rows } from '../csv.ts'
import { cellInWords } from '../cell-in-words.ts'
import { tableCell, wordsCell } from './cells.ts'
import { columnWidthStyle } from './styles.ts'
import { isNumberColumn } from '../table.ts'
import type { Column, Shape, Table } from '../table.ts'
import { xmlAttributes } from '#platform/xml/escape.ts'

/** A sheet being written: its XML, the width of its columns, and where its table is. */
export type WrittenSheet = {
  readonly xml: readonly (string | Uint8Array)[]
  readonly widthStyles: string
  /** The table's range, heading row included, as the format's attributes; '' when the sheet has no table. */
  readonly range: Readonly<Record<string, string>> | ''
}

/** A, B … Z, AA …: the name of a column by its number from 0. */
export function columnLetters(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

const quoted = (sheetName: string): string => `'${sheetName.replaceAll("'", "''")}'`

/** Where a link to the top of a sheet goes. */
export const sheetAddress = (sheetName: string): string => `#${quoted(sheetName)}.A1`

const longest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length))

const row = (cells: string): string => `<table:table-row>${cells}</table:table-row>`

const columns = (prefix: string, count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `<table:table-column table:style-name="${prefix}-${index}"/>`,
  ).join('')

/** What goes above a sheet's table: its title in A1, then a sentence a row. */
export type SheetHead = {
  readonly name: string
  readonly title: string
  readonly sentences: readonly string[]
}

const headRows = ({ title, sentences }: SheetHead): string =>
  row(wordsCell(title, 'sheet-title')) +
  sentences.map((sentence) => row(wordsCell(sentence, 'words'))).join('')

const startOfSheet = (name: string, prefix: string, width: number): string =>
  `<table:table${xmlAttributes({ 'table:name': name })}>${columns(prefix, width)}`
const END_OF_SHEET = '</table:table>'

const BATCH_OF_ROWS = 500
const MEASURED_ROWS = 1000

/** A sheet of words alone, the cover: one line a row, in one wide column. */
export const wordsSheet = (head: SheetHead): WrittenSheet => ({
  xml: [startOfSheet(head.name, 'words', 1) + headRows(head) + END_OF_SHEET],
  widthStyles: columnWidthStyle('words-0', 60),
  range: '',
})

const headingCell = (text: string, column: Shape | undefined): string =>
  wordsCell(text, column && isNumberColumn(column) ? 'number-heading' : 'heading')

/**
 * A sheet of one table: headings in a row tagged as such, then the rows, from a stream. Gives way to other work every
 * few hundred rows. `headings` may carry note marks that the columns' titles do not. `prefix` names the sheet's own styles.
 */
export async function tableSheet<Row extends object>(
  head: SheetHead,
  prefix: string,
  table: Table<Row>,
  rows: Rows<Row>,
  headings: readonly string[],
  write: (cell: Cell, column: Column<Row>) => string = tableCell,
): Promise<WrittenSheet> {
  const widths = headings.map((heading) => Math.min(longest(heading), 24))
  const chunks: Buffer[] = []
  let batch = ''
  let number = 0
  for await (const item of rows) {
    number++
    const cells = table.columns.map((column, index) => {
      const cell = readCell(table, column, item, number)
      if (number <= MEASURED_ROWS)
        widths[index] = Math.max(widths[index] ?? 0, longest(cellInWords(cell, column)))
      return write(cell, column)
    })
    batch += row(cells.join(''))
    if (number % BATCH_OF_ROWS > 0) continue
    chunks.push(Buffer.from(batch))
    batch = ''
    await breathe()
  }
  const firstRow = head.sentences.length + 2
  const lastCell = `${columnLetters(headings.length - 1)}${firstRow + number}`
  const headingRow = row(headings.map((text, index) => headingCell(text, table.columns[index])).join(''))
  const heads = `${headRows(head)}<table:table-header-rows>${headingRow}</table:table-header-rows>`
  return {
    xml: [startOfSheet(head.name, prefix, headings.length) + heads, ...chunks, batch + END_OF_SHEET],
    widthStyles: widths.map((width, index) => columnWidthStyle(`${prefix}-${index}`, width)).join(''),
    range: {
      'table:name': prefix,
      'table:target-range-address': `${quoted(head.name)}.A${firstRow}:${quoted(head.name)}.${lastCell}`,
      'table:contains-header': 'true',
    },
  }
}
