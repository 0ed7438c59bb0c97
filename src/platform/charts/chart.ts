import type { Html, Tone } from '#platform/design-system/index.ts'
import { cellInWords } from '#platform/tables/cell-in-words.ts'
import { readRow } from '#platform/tables/cell.ts'
import type { Cell } from '#platform/tables/cell.ts'
import { isNumberColumn } from '#platform/tables/table.ts'
import type { Column, Shape, Table } from '#platform/tables/table.ts'
import { tableHtml } from '#platform/tables/table-html.ts'
import { visibleLine } from '#platform/words/visible-text.ts'
import { describeChart } from './describe-chart.ts'
import { MOST_SERIES } from './palette.ts'

export type ChartKind = 'bar' | 'grouped-bar' | 'stacked-bar' | 'line'

/** One column of numbers: what is drawn (null where there is no number) and what is written ('[c]', '98.3%'). */
export type Series = {
  readonly title: string
  readonly values: readonly (number | null)[]
  readonly words: readonly string[]
}

/** A chart ready to draw, never without its table. */
export type Chart = {
  readonly kind: ChartKind
  /** Tells this chart apart from others on its page. */
  readonly id: string
  readonly title: string
  /** What a person who cannot see the chart is told. */
  readonly description: string
  readonly categories: readonly string[]
  readonly series: readonly Series[]
  /** What all the numbers are: how the axis is written. */
  readonly shape: Shape
  /** Where the axis of a line chart starts, when not at nought. */
  readonly from?: number | undefined
  /** How each series of bars stands, when that is what they show: drawn in the colours of status tags. */
  readonly tones?: readonly Tone[] | undefined
  readonly table: Html
  /** The same table as words, for documents. */
  readonly words: {
    readonly columns: readonly { readonly title: string; readonly numeric: boolean }[]
    readonly rows: readonly (readonly string[])[]
  }
}

export type ChartOptions = {
  /** Name of the column that names each bar, or each point along the bottom. */
  readonly label: string
  /** Names of the columns of numbers, all of one type. */
  readonly values: readonly string[]
  /** Another title than the table's. */
  readonly title?: string
  /** Another description than the one worked out from the figures. */
  readonly description?: string
  /** Where the axis of a line chart starts, when not at nought; the chart says so. */
  readonly from?: number
  /** How each of `values` stands, when that is what they show. */
  readonly tones?: readonly Tone[]
  /** Needed when one page shows two charts of one table and kind. */
  readonly id?: string
}

const numberOf = (cell: Cell | undefined): number | null =>
  cell?.type === 'number' ? Number(cell.digits) : null

function columnNamed<Row extends object>(
  table: Table<Row>,
  name: string,
): { column: Column<Row>; index: number } {
  const index = table.columns.findIndex((column) => column.name === name)
  const column = table.columns[index]
  if (!column) throw new TypeError(`Table ${table.name} has no column ${name} to chart`)
  return { column, index }
}

function insist(holds: boolean, table: string, complaint: string): void {
  if (!holds) throw new TypeError(`Chart of ${table}: ${complaint}`)
}

function makeChart<Row extends object>(
  kind: ChartKind,
  table: Table<Row>,
  rows: readonly Row[],
  options: ChartOptions,
): Chart {
  const label = columnNamed(table, options.label)
  const values = options.values.map((name) => columnNamed(table, name))
  const types = new Set(values.map(({ column }) => column.type))
  insist(
    values.length > 0 && values.length <= MOST_SERIES,
    table.name,
    `it needs 1 to ${MOST_SERIES} columns`,
  )
  insist(types.size === 1, table.name, 'its columns must be of one type')
  insist(
    values.every(({ column }) => isNumberColumn(column)),
    table.name,
    'its columns must be numbers',
  )
  const cells = rows.map((row, index) => readRow(table, row, index + 1))
  const series = values.map(({ column, index }): Series => ({
    title: visibleLine(column.title),
    values: cells.map((row) => numberOf(row[index])),
    words: cells.map((row) => cellInWords(row[index] ?? { type: 'empty' }, column)),
  }))
  if (kind === 'stacked-bar')
    insist(
      !series.some((each) => each.values.some((value) => value !== null && value < 0)),
      table.name,
      'parts of a whole cannot be less than nought',
    )
  const categories = cells.map((row) =>
    visibleLine(cellInWords(row[label.index] ?? { type: 'empty' }, label.column)),
  )
  const title = visibleLine(options.title ?? table.title)
  return {
    kind,
    id: (options.id ?? `${table.name}_${kind}`).replace(/[^\w-]/g, '_'),
    title,
    description: visibleLine(options.description ?? describeChart(kind, categories, series)),
    categories,
    series,
    shape: values[0]?.column ?? { type: 'integer' },
    from: kind === 'line' ? options.from : undefined,
    ...(options.tones ? { tones: options.tones } : {}),
    table: tableHtml(table, rows, { caption: `${title}: the figures`, captionHidden: true }),
    words: {
      columns: table.columns.map((column) => ({ title: column.title, numeric: isNumberColumn(column) })),
      rows: cells.map((row) =>
        row.map((cell, index) => cellInWords(cell, table.columns[index] ?? { type: 'text' })),
      ),
    },
  }
}

type OneValue = Omit<ChartOptions, 'values'> & { readonly value: string }

/** Horizontal bars, one a row, in the order of the rows; their labels may be long. */
export const barChart = <Row extends object>(
  table: Table<Row>,
  rows: readonly Row[],
  { value, ...options }: OneValue,
): Chart => makeChart('bar', table, rows, { ...options, values: [value] })

/** Horizontal bars side by side: two to four columns compared within each row. */
export const groupedBarChart = <Row extends object>(
  table: Table<Row>,
  rows: readonly Row[],
  options: ChartOptions,
) => makeChart('grouped-bar', table, rows, options)

/** Horizontal bars of parts that add up: every column a part, none of them negative. */
export const stackedBarChart = <Row extends object>(
  table: Table<Row>,
  rows: readonly Row[],
  options: ChartOptions,
) => makeChart('stacked-bar', table, rows, options)

/** Lines over periods, in the order of the rows; where a number is missing the line has a gap. */
export const lineChart = <Row extends object>(
  table: Table<Row>,
  rows: readonly Row[],
  options: ChartOptions,
) => makeChart('line', table, rows, options)
