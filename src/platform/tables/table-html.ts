import { dataTable, html, link } from '#platform/design-system/index.ts'
import type { Content, Html } from '#platform/design-system/index.ts'
import { isSafeAddress } from '#platform/words/web-address.ts'
import { readRow } from './cell.ts'
import type { Cell } from './cell.ts'
import { cellInWords } from './cell-in-words.ts'
import { isNumberColumn } from './table.ts'
import type { Column, Table } from './table.ts'

export type TableHtmlOptions<Row> = {
  /** Another caption than the table's title. */
  readonly caption?: string
  readonly captionHidden?: boolean
  /** Said in place of a table without rows. */
  readonly empty?: string
  /** On a phone: 'scroll' sideways (unless told, as suits figures), or 'stack' a card for each row. */
  readonly narrow?: 'stack' | 'scroll'
  /** Columns left off this page, by name; a download still has them. */
  readonly without?: readonly string[]
  /** What a cell leads to, such as the records behind a figure; null for no link. */
  readonly linkTo?: (row: Row, columnName: string) => string | null
}

function shown(
  cell: Cell,
  column: Pick<Column<object>, 'type' | 'places'>,
  href: string | null | undefined,
): Content {
  const words = cellInWords(cell, column)
  if (href && words) return link(words, href)
  return column.type === 'url' && cell.type === 'text' && isSafeAddress(cell.text)
    ? link(words, cell.text)
    : words
}

/** The symbols that these rows use, explained; nothing when they use none. */
function symbolsUsed(
  symbols: Readonly<Record<string, string>>,
  rows: readonly (readonly Cell[])[],
): Html | null {
  const used = new Set(
    rows.flatMap((cells) => cells.map((cell) => (cell.type === 'symbol' ? cell.text : null))),
  )
  const explained = Object.entries(symbols).filter(([symbol]) => used.has(symbol))
  if (explained.length === 0) return null
  return html`<p class="govuk-body-s">${explained.map(([symbol, meaning]) => html`${symbol} means ${meaning}. `)}</p>`
}

/**
 * The table on a page: the first column is the heading of its row, numbers stand to the right, what is not there is
 * said under the table. Throws a CellError when a row does not agree with its columns.
 */
export function tableHtml<Row extends object>(
  table: Table<Row>,
  rows: readonly Row[],
  options: TableHtmlOptions<Row> = {},
): Html {
  const { caption = table.title, captionHidden, empty, narrow = 'scroll', without = [], linkTo } = options
  const read = rows.map((row, index) => ({ row, cells: readRow(table, row, index + 1) }))
  const columns = table.columns.flatMap((column, index) => {
    if (without.includes(column.name)) return []
    const cellOf = ({ row, cells }: { row: Row; cells: Cell[] }): Content =>
      shown(cells[index] ?? { type: 'empty' }, column, linkTo?.(row, column.name))
    return [{ heading: column.title, numeric: isNumberColumn(column), cell: cellOf }]
  })
  const notes = table.notes?.map((note) => html`<p class="govuk-body-s">${note}</p>`)
  return html`${dataTable({ caption, captionHidden, columns, rows: read, empty, narrow })}${notes}${symbolsUsed(
    table.symbols ?? {},
    read.map(({ cells }) => cells),
  )}`
}
