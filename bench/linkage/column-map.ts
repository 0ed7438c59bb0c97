import { existsSync, readFileSync } from 'node:fs'
import type { DateOrder } from '../../src/modules/people/matching/index.ts'
import { inferDateOrder, RECORD_FIELDS } from '../../src/modules/people/matching/index.ts'

/** One CSV row by column name. */
export type Row = Record<string, string>

/** Which column, or columns joined by a space, fill a field; a date may come as three. */
type Source = string | string[] | { year: string; month?: string; day?: string }

/** MAP.json: see README.md beside this file. */
export interface ColumnMap {
  readonly fields: Readonly<Record<string, Source>>
  readonly truth?: string
  readonly truth_pattern?: string
  readonly date_order?: DateOrder
}

const KNOWN = new Set<string>(RECORD_FIELDS)

/** Reads a map; field names may stand on either side of the colon, and the word `fields` may be left out. */
export function readColumnMap(path: string): ColumnMap {
  const read = readJson(path)
  const { fields, truth, truth_pattern, date_order, ...rest } = read
  const entries = Object.entries((fields ?? rest) as Record<string, Source>).map(
    ([left, right]): [string, Source] =>
      !KNOWN.has(left) && typeof right === 'string' && KNOWN.has(right) ? [right, left] : [left, right],
  )
  const unknown = entries.filter(([field]) => !KNOWN.has(field)).map(([field]) => field)
  if (unknown.length > 0)
    throw new Error(
      `${path} names fields that are not known: ${unknown.join(', ')}. Known: ${RECORD_FIELDS.join(', ')}.`,
    )
  return { fields: Object.fromEntries(entries), truth, truth_pattern, date_order } as ColumnMap
}

function readJson(path: string): Record<string, unknown> {
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`)
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  } catch (error) {
    throw new Error(
      `${path} is not JSON: ${(error as Error).message}. bench/linkage/README.md shows what it looks like.`,
      {
        cause: error,
      },
    )
  }
}

/** Refuses a file that has no rows, or not the columns that the map and the truth name. */
export function checkColumns(path: string, rows: readonly Row[], map: ColumnMap, truth: string): void {
  if (rows.length === 0) throw new Error(`${path} has no rows below its header.`)
  const columns = Object.keys(rows[0]!)
  const asked = Object.values(map.fields).flatMap((source) =>
    typeof source === 'string' ? [source] : Object.values(source),
  )
  const missing = [...asked, truth].filter((column) => !columns.includes(column))
  if (missing.length > 0)
    throw new Error(`${path} has no column ${missing.join(', ')}. It has: ${columns.join(', ')}.`)
}

/** Turns rows into records by the map, and tells the order of day and month. */
export function mapRows(rows: readonly Row[], map: ColumnMap) {
  const cell = (row: Row, source: Source): string => {
    if (typeof source === 'string') return row[source] ?? ''
    if (Array.isArray(source))
      return source
        .map((column) => row[column] ?? '')
        .filter(Boolean)
        .join(' ')
    const part = (column: string | undefined, width: number) => {
      const value = column ? (row[column] ?? '') : ''
      return /^\d+(\.0)?$/.test(value) ? String(parseInt(value, 10)).padStart(width, '0') : ''
    }
    const [year, month, day] = [part(source.year, 4), part(source.month, 2), part(source.day, 2)]
    return [year, month, month && day].filter(Boolean).join('-')
  }
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(map.fields).map(([field, source]) => [field, cell(row, source)])),
  )
  const order = map.date_order ?? inferDateOrder(records.map((record) => record.date_of_birth ?? ''))
  return { records, order }
}

/** Who each row truly is: the truth column, or the part of it that the pattern picks out. A row that does not say is nobody else's. */
export function truthOf(rows: readonly Row[], column: string, pattern?: string): string[] {
  const picks = pattern ? new RegExp(pattern) : undefined
  return rows.map((row, i) => {
    const value = row[column] ?? ''
    const found = picks?.exec(value)
    return (found ? (found[1] ?? found[0]) : value) || `nobody else (${i})`
  })
}
