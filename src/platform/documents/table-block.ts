import { cellInWords } from '#platform/tables/cell-in-words.ts'
import { readRow } from '#platform/tables/cell.ts'
import { isNumberColumn } from '#platform/tables/table.ts'
import type { Table } from '#platform/tables/table.ts'
import type { TableBlock } from './document.ts'

/** A described table with its rows, as a block of a document; `without` leaves columns off by name. */
export function tableBlock<Row extends object>(
  table: Table<Row>,
  rows: readonly Row[],
  options: { readonly caption?: string; readonly without?: readonly string[] } = {},
): TableBlock {
  const kept = table.columns.flatMap((column, index) =>
    options.without?.includes(column.name) ? [] : [{ column, index }],
  )
  return {
    kind: 'table',
    caption: options.caption ?? table.title,
    columns: kept.map(({ column }) => ({ title: column.title, numeric: isNumberColumn(column) })),
    rows: rows.map((row, number) => {
      const cells = readRow(table, row, number + 1)
      return kept.map(({ column, index }) => cellInWords(cells[index] ?? { type: 'empty' }, column))
    }),
  }
}
