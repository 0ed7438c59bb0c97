import { BoundHeadings, columnsNamed, missingColumns } from './bind-columns.ts'
import type { ColumnSource } from './column-sources.ts'
import { compileDayFormats, type DayFormatOptions } from './day-format.ts'
import type { Fields, RecordOf } from './fields.ts'
import { makeReader, type Notes, type ReadCell } from './read-cells.ts'

export type ColumnOptions = DayFormatOptions & {
  /** Formats of days whose column names none. */
  dateFormats: readonly string[]
  /** Cells that mean "nothing" in every column. */
  emptyValues: readonly string[]
}

/** Reads one row: the record, with its faults added to `notes`. */
export type ReadRecord<F extends Fields> = (cells: readonly string[], notes: Notes) => RecordOf<F>

const NOTHING: Record<string, unknown> = { flag: false, codes: [], texts: [] }

/**
 * Binds a profile's columns to the headings of one file and makes the function that reads its rows; nothing is looked up per row.
 * Throws one sentence when the file lacks columns that the profile asks for (unless marked `optional`).
 */
export function compileColumns<F extends Fields>(
  fields: F,
  columns: Readonly<Record<string, ColumnSource | undefined>>,
  fileHeadings: readonly string[] | null,
  options: ColumnOptions,
): ReadRecord<F> {
  const headings = new BoundHeadings(fileHeadings)
  const missing: string[] = []
  const blank: Record<string, unknown> = {}
  const readers: [string, ReadCell][] = []
  let there = 0
  for (const [name, field] of Object.entries(fields)) {
    const source = columns[name]
    blank[name] = field.kind in NOTHING ? NOTHING[field.kind] : null
    if (!source) continue
    const absent = columnsNamed(source).filter((column) => headings.find(column) === undefined)
    there += columnsNamed(source).length - absent.length
    if (!source.optional) missing.push(...absent.map((column) => headings.name(column)))
    if (absent.length > 0) {
      blank[name] = source.default ?? blank[name]
      continue
    }
    const formats = source.date_formats ?? options.dateFormats
    const read = makeReader(field, source, headings, {
      label: name.replaceAll('_', ' '),
      name: columnsNamed(source)
        .map((column) => headings.name(column))
        .join(' + '),
      empty: options.emptyValues,
      day: compileDayFormats(formats, options),
      expected: formats.join(' or '),
    })
    readers.push([name, read])
  }
  if (missing.length > 0) throw new Error(missingColumns([...new Set(missing)], fileHeadings, there === 0))
  return (cells, notes) => {
    // A copy of one object with every field is made far faster than an object grown field by field.
    const record = { ...blank }
    for (const [name, read] of readers) record[name] = read(cells, notes)
    return record as RecordOf<F>
  }
}
