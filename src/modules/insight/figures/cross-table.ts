import type { Column, Table } from '#platform/tables/table.ts'
import { measureNamed } from '../measures/index.ts'
import type { Figure } from './ask-figure.ts'
import type { FigureRow } from './figure-table.ts'

/** So many stand side by side on a page, and can be told apart in a chart. */
const MOST_ACROSS = 6

export type Crossed = { table: Table<FigureRow>; rows: FigureRow[]; label: string; values: string[] }

/**
 * A count broken down by two things as people read it: one down, the one with fewer values across. A place that nothing was counted in is
 * nought. Undefined for a share, for another number of breakdowns, and where both have too many values.
 */
export function crossTable(
  figure: Figure,
  table: Table<FigureRow>,
  rows: readonly FigureRow[],
): Crossed | undefined {
  const { dimensions, share, parts } = measureNamed(figure.measure)
  const both = table.columns.filter(({ name }) => name in dimensions)
  if (both.length !== 2 || share || parts || rows.length === 0) return undefined
  const [few, many] = both
    .map((column) => ({ column, values: [...new Set(rows.map((row) => String(row[column.name])))] }))
    .toSorted((a, b) => a.values.length - b.values.length) as [Side, Side]
  if (few.values.length > MOST_ACROSS || few.values.length < 2) return undefined
  const place = (value: string) => `column_${few.values.indexOf(value) + 1}`
  const nothing = Object.fromEntries(few.values.map((value) => [place(value), 0]))
  const across = new Map<string, FigureRow>(
    many.values.map((value) => [value, { [many.column.name]: value, ...nothing }]),
  )
  for (const row of rows)
    across.get(String(row[many.column.name]))![place(String(row[few.column.name]))] = row.value
  return {
    table: {
      ...table,
      columns: [
        many.column,
        ...few.values.map((value) => ({ name: place(value), title: value, type: 'integer' as const })),
      ],
    },
    rows: [...across.values()],
    label: many.column.name,
    values: few.values.map(place),
  }
}

type Side = { column: Column<FigureRow>; values: string[] }
