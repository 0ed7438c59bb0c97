import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { cleanCell } from '#platform/reading/clean-cell.ts'
import { openTable } from '#platform/reading/open-table.ts'
import { tableFormat } from '#platform/reading/table-format.ts'
import { MOVED_FILES, type MovedField, type MovedFile, type MovedValues } from './fields.ts'
import type { MovingFile, MovingProfile } from './profile.ts'
import { cellReader, type CellReader } from './read-cell.ts'
import { dayReader } from './read-day.ts'

/** A row of an export as it was read: its values, or what is wrong with it, in words that name the column. */
export type ReadRow<File extends MovedFile> = { row: number } & (
  { values: MovedValues<File>; problem?: undefined } | { values?: undefined; problem: string }
)

export type OpenedFile<File extends MovedFile> = {
  bytes: number
  batches: AsyncGenerator<{ rows: ReadRow<File>[]; bytes_read: number }>
}

/**
 * Opens one file of an export. Throws a sentence when it is not there, or lacks a column the profile names: before anything is
 * loaded. Undefined: the profile says that it may be missing, and it is.
 */
export async function openMovedFile<File extends MovedFile>(
  folder: string,
  name: File,
  profile: MovingProfile,
): Promise<OpenedFile<File> | undefined> {
  const how = profile.files[name]!
  const path = join(folder, how.file)
  const bytes = await stat(path).then(
    ({ size }) => size,
    () => undefined,
  )
  if (bytes === undefined) {
    if (how.optional) return undefined
    throw new Error(
      `${how.file} is not in the folder. If the export has no such file, leave "${name}" out of the profile.`,
    )
  }
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 })
  const table = await openTable(stream, tableFormat.parse({ ...profile.format, ...how.format }))
  const read = rowReader(name, how, profile, table.headings)
  async function* batches() {
    for await (const batch of table.batches)
      yield {
        rows: batch.map(({ row, cells, problem }): ReadRow<File> =>
          problem ? { row, problem } : { row, ...read(cells) },
        ),
        bytes_read: stream.bytesRead,
      }
  }
  return { bytes, batches: batches() }
}

type Reading = { field: string; heading: string; at: number; read: CellReader; constant?: string }

function rowReader<File extends MovedFile>(
  name: File,
  how: MovingFile,
  profile: MovingProfile,
  headings: string[] | null,
) {
  const date_format = how.date_format ?? profile.date_format
  const base = { blank: profile.blank, day: dayReader(date_format), date_format }
  const known = headings?.map((heading) => cleanCell(heading).toLowerCase())
  const missing: string[] = []
  const readings = Object.entries<MovedField>(MOVED_FILES[name]).map(([field, is]): Reading => {
    const column = how.columns[field]
    if (column === undefined) return { field, heading: field, at: -1, read: cellReader(is, base) }
    if (typeof column === 'object' && 'value' in column)
      return { field, heading: field, at: -1, read: cellReader(is, base), constant: String(column.value) }
    const { column: which, ...options } = typeof column === 'object' ? column : { column }
    const at = typeof which === 'number' ? which - 1 : (known?.indexOf(cleanCell(which).toLowerCase()) ?? -1)
    if (at === -1) missing.push(`"${which}"`)
    const read = cellReader(is, { ...base, ...options })
    return { field, heading: typeof which === 'number' ? `Column ${which}` : which, at, read }
  })
  if (missing.length > 0)
    throw new Error(
      `${how.file} has no column ${missing.join(', ')}. ${headings ? `It has ${headings.map((h) => `"${cleanCell(h)}"`).join(', ')}.` : 'It has no headings: name columns by number.'}`,
    )
  return (cells: string[]): { values: MovedValues<File> } | { problem: string } => {
    const values: Record<string, unknown> = {}
    const problems: string[] = []
    for (const { field, heading, at, read, constant } of readings) {
      const cell = read(constant ?? (at === -1 ? '' : cleanCell(cells[at] ?? '')))
      if ('problem' in cell) problems.push(`${heading} ${cell.problem}`)
      else values[field] = cell.value
    }
    return problems.length > 0 ? { problem: problems.join('; ') } : { values: values as MovedValues<File> }
  }
}
