import { momentOf, partsOfDay } from '#platform/words/dates.ts'
import { isNumeric, plainDigits } from '#platform/words/numbers.ts'
import { visibleText } from '#platform/words/visible-text.ts'
import type { CellValue, Column, Table } from './table.ts'

/** A cell that agrees with its column: what every writer starts from. */
export type Cell =
  | { readonly type: 'empty' }
  | { readonly type: 'symbol'; readonly text: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly digits: string }
  | { readonly type: 'date'; readonly day: string }
  | { readonly type: 'datetime'; readonly moment: Date }
  | { readonly type: 'boolean'; readonly value: boolean }

const EMPTY: Cell = { type: 'empty' }

/** A value that its column does not allow. Names the table, the column and the row, never the value. */
export class CellError extends TypeError {
  override name = 'CellError'
}

function numberCell(value: CellValue, whole: boolean): Cell | null {
  if (!isNumeric(value)) return null
  const digits = plainDigits(value)
  return whole && digits.includes('.') ? null : { type: 'number', digits }
}

function dateCell(value: CellValue): Cell | null {
  if (typeof value !== 'string') return null
  partsOfDay(value)
  return { type: 'date', day: value }
}

const datetimeCell = (value: CellValue): Cell | null =>
  value instanceof Date || typeof value === 'string' ? { type: 'datetime', moment: momentOf(value) } : null

function agreeing<Row extends object>({ type }: Column<Row>, value: CellValue): Cell | null {
  switch (type) {
    case 'text':
    case 'url':
      return typeof value === 'string' ? { type: 'text', text: visibleText(value) } : null
    case 'date':
      return dateCell(value)
    case 'datetime':
      return datetimeCell(value)
    case 'boolean':
      return typeof value === 'boolean' ? { type: 'boolean', value } : null
    default:
      return numberCell(value, type === 'integer')
  }
}

const property = (row: object, name: string): CellValue => Reflect.get(row, name)

/**
 * The cell of a column in a row, checked: null, undefined and '' are empty; a symbol that the table declares may
 * stand in any column that is not required. Throws a CellError when the value is not of the column's type, or a
 * required one is missing.
 */
export function readCell<Row extends object>(
  table: Table<Row>,
  column: Column<Row>,
  row: Row,
  rowNumber: number,
): Cell {
  const value = column.value ? column.value(row) : property(row, column.name)
  const isEmpty = value === null || value === undefined || value === ''
  const isSymbol = typeof value === 'string' && table.symbols?.[value] !== undefined && column.type !== 'text'
  if (column.required && (isEmpty || isSymbol))
    throw new CellError(`Table ${table.name}, row ${rowNumber}: ${column.name} is missing`)
  if (isEmpty) return EMPTY
  if (isSymbol) return { type: 'symbol', text: value }
  try {
    const cell = agreeing(column, value)
    if (cell) return cell
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw new CellError(`Table ${table.name}, row ${rowNumber}: ${column.name} is not of type ${column.type}`)
}

/** Every cell of a row, in the order of the columns. `rowNumber` is 1 for the first. */
export const readRow = <Row extends object>(table: Table<Row>, row: Row, rowNumber: number): Cell[] =>
  table.columns.map((column) => readCell(table, column, row, rowNumber))
