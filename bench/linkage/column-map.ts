import type { DateOrder } from '../../src/modules/people/matching/index.ts'
import { inferDateOrder, RECORD_FIELDS } from '../../src/modules/people/matching/index.ts'
import { readText } from './read-rows.ts'

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
  const refuse = (why: string, cause?: unknown): never => {
    throw new Error(`${path}: ${why} bench/linkage/README.md shows what a map looks like.`, { cause })
  }
  const read = readJson(path, refuse)
  if (!isObject(read)) return refuse('a map is written in braces: { "forename": "first_name", … }.')
  const { fields, truth, truth_pattern, date_order, ...rest } = read
  if (fields !== undefined && !isObject(fields))
    return refuse('"fields" is written in braces: { "forename": "first_name", … }.')
  const entries = Object.entries(fields ?? rest)
    .filter(([, source]) => source !== null)
    .map(([left, right]): [string, unknown] =>
      !KNOWN.has(left) && typeof right === 'string' && KNOWN.has(right) ? [right, left] : [left, right],
    )
  const unknown = entries.filter(([field]) => !KNOWN.has(field)).map(([field]) => field)
  if (unknown.length > 0)
    refuse(`it names fields that are not known: ${unknown.join(', ')}. Known: ${RECORD_FIELDS.join(', ')}.`)
  if (entries.length === 0) refuse('it names no field.')
  for (const [k, [field, source]] of entries.entries()) {
    if (!isSource(field, source))
      refuse(`${field} must be a column ("name"), several (["name", "name"])${DATE_SOURCE[field] ?? ''}.`)
    if (entries.findIndex(([other]) => other === field) < k)
      refuse(`${field} stands twice; join columns in one: "${field}": ["name", "name"].`)
  }
  if (truth !== undefined && typeof truth !== 'string') refuse('"truth" must be the name of one column.')
  if (date_order !== undefined && date_order !== 'dmy' && date_order !== 'mdy')
    refuse('"date_order" must be "dmy" or "mdy"; leave it out where the year comes first.')
  try {
    if (truth_pattern !== undefined) new RegExp(truth_pattern as string).test('')
  } catch (error) {
    refuse(`"truth_pattern" is not a regular expression (${(error as Error).message}).`, error)
  }
  return { fields: Object.fromEntries(entries), truth, truth_pattern, date_order } as ColumnMap
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isColumns = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every((column) => typeof column === 'string')

const DATE_SOURCE: Record<string, string> = {
  date_of_birth: ' or parts ({ "year": "name", "month": "name", "day": "name" })',
}

function isSource(field: string, source: unknown): source is Source {
  if (typeof source === 'string' || isColumns(source)) return true
  if (field !== 'date_of_birth' || !isObject(source) || typeof source.year !== 'string') return false
  return Object.entries(source).every(
    ([part, column]) => ['year', 'month', 'day'].includes(part) && typeof column === 'string',
  )
}

function readJson(path: string, refuse: (why: string, cause?: unknown) => never): unknown {
  const text = readText(path)
  try {
    return JSON.parse(text)
  } catch (error) {
    return refuse(`it is not JSON (${(error as Error).message}).`, error)
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
    throw new Error(
      `${path} has no column ${[...new Set(missing)].join(', ')}. It has: ${columns.join(', ')}. The map and --truth must spell them so.`,
    )
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
