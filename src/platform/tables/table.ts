/** What a column holds. Percentages are per cent (98.3, not 0.983); pounds are pounds (75.50). */
export type ColumnType =
  'text' | 'integer' | 'decimal' | 'percent' | 'pounds' | 'date' | 'datetime' | 'boolean' | 'url'

/** What a row may give for a cell. Numbers may be the text PostgreSQL gives; a symbol ('[c]') may stand for a number. */
export type CellValue = string | number | bigint | boolean | Date | null | undefined

type Described = {
  /** The heading people read. */
  readonly title: string
  readonly type: ColumnType
  /** What the column means, in a sentence: for the metadata of open data. */
  readonly description?: string
  /** Every row must have a value, and no symbol may stand for it. */
  readonly required?: boolean
  /** Digits after the point, for decimal and percent; 1 unless told. */
  readonly places?: number
  /** Notes on the column, numbered across a workbook: '[note 1]'. */
  readonly notes?: readonly string[]
}

/** How a column's values are written, whatever row they come from. */
export type Shape = Pick<Described, 'type' | 'places'>

/** One column, described once: its `name` is the row's property unless `value` works it out. */
export type Column<Row extends object> = Described &
  (
    | { readonly name: Extract<keyof Row, string>; readonly value?: (row: Row) => CellValue }
    | { readonly name: string; readonly value: (row: Row) => CellValue }
  )

/** A table: its columns described once, from which the page, CSV, its metadata and the spreadsheet are all made. */
export type Table<Row extends object> = {
  /** In snake_case: the name of its file. */
  readonly name: string
  /** The caption people read. */
  readonly title: string
  readonly description?: string
  readonly columns: readonly Column<Row>[]
  /** Names of the columns that tell rows apart. */
  readonly primaryKey?: readonly string[]
  /** What may stand in place of a number, and what it means: `{ '[c]': 'confidential' }`. */
  readonly symbols?: Readonly<Record<string, string>>
  readonly notes?: readonly string[]
}

const SNAKE_CASE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/
const SYMBOL = /^\[[a-z]+\]$/

function insist(holds: boolean, table: string, complaint: string): void {
  if (!holds) throw new TypeError(`Table ${table}: ${complaint}`)
}

/**
 * Declares a table. Throws a TypeError when it could not be published: a name that is not snake_case, a column
 * without a title, two columns of one name or title, an unknown key column, a symbol that is not like '[c]'.
 */
export function defineTable<Row extends object>(table: Table<Row>): Table<Row> {
  const names = table.columns.map(({ name }) => name)
  const titles = table.columns.map(({ title }) => title.trim().toLowerCase())
  for (const name of [table.name, ...names])
    insist(SNAKE_CASE.test(name), table.name, `the name ${name} is not snake_case`)
  insist(names.length > 0, table.name, 'it has no columns')
  insist(!titles.includes('') && table.title.trim() !== '', table.name, 'a title is missing')
  insist(new Set(names).size === names.length, table.name, 'two columns have one name')
  insist(new Set(titles).size === titles.length, table.name, 'two columns have one title')
  for (const key of table.primaryKey ?? [])
    insist(names.includes(key), table.name, `no column ${key} for its key`)
  for (const symbol of Object.keys(table.symbols ?? {}))
    insist(SYMBOL.test(symbol), table.name, `the symbol ${symbol} is not like [c]`)
  return table
}

/** True for columns whose cells are numbers: aligned to the right, and where a symbol may stand. */
export const isNumberColumn = ({ type }: Shape): boolean =>
  type === 'integer' || type === 'decimal' || type === 'percent' || type === 'pounds'
