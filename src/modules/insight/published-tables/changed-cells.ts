import { tableBlock } from '#platform/documents/table-block.ts'
import { plainText } from '#platform/documents/document.ts'
import type { Table } from '#platform/tables/table.ts'
import { CONFIDENTIAL } from '../disclosure/small-numbers.ts'
import type { Row } from '../recorded-crime/strategy-tables.ts'

/** A table as it was published: what its spreadsheet is made from. */
export type KeptTable = { table: Table<Row>; rows: Row[] }

/** A count that two versions print otherwise; empty where one of them has no such cell, and never what it was where it is hidden now. */
export type ChangedCell = { table: string; row: string; column: string; was: string; is: string }

/** The counts that are printed otherwise, by table, by the row's first cell and by the column's heading; shares follow from them. None when all is the same. */
export function changedCells(before: readonly KeptTable[], now: readonly KeptTable[]): ChangedCell[] {
  const [was, is] = [cellsOf(before), cellsOf(now)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [one, other] = [was.get(key), is.get(key)]
    if (one?.words === other?.words) return []
    const { table, row, column } = (one ?? other)!
    const is_now = other?.words ?? ''
    // What changed is printed beside the new version: it must not print what that hides.
    const was_then = one && is_now === CONFIDENTIAL ? CONFIDENTIAL : (one?.words ?? '')
    return [{ table, row, column, was: was_then, is: is_now }]
  })
}

/** Whether a count was printed before and is hidden now. */
export const isHiddenAnew = ({ was, is }: ChangedCell): boolean => was === CONFIDENTIAL && is === CONFIDENTIAL

type CellAt = { table: string; row: string; column: string; words: string }

function cellsOf(tables: readonly KeptTable[]): Map<string, CellAt> {
  return new Map(
    tables.flatMap(({ table, rows }) => {
      const shares = table.columns.flatMap(({ name, type }) => (type === 'percent' ? [name] : []))
      const block = tableBlock(table, rows, { without: shares })
      return block.rows.flatMap((cells) =>
        cells.slice(1).map((cell, index): [string, CellAt] => {
          const at = {
            table: table.title,
            row: plainText(cells[0]!),
            column: block.columns[index + 1]!.title,
            words: plainText(cell),
          }
          return [JSON.stringify([table.name, at.row, at.column]), at]
        }),
      )
    }),
  )
}
