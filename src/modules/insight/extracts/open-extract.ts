import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { dayInLondon } from '#reference'
import {
  BoundHeadings,
  type ColumnSource,
  compileColumns,
  type Fields,
  type Notes,
  numberedInFile,
  openTable,
  type ReadRecord,
  type RecordOf,
  tableFormat,
} from '#platform/reading/index.ts'
import { EXTRACT_FIELDS, type ExtractKind, NUMBER_OF } from './fields.ts'
import type { ExtractProfile } from './profile.ts'
import { settleVictim, type VictimType } from './settle-victim.ts'

/** One victim of a row as it was read, with whom it is about; `named` is whether it names a person. */
export type ExtractValues<Kind extends ExtractKind> = RecordOf<(typeof EXTRACT_FIELDS)[Kind]> & {
  victim_type: VictimType
  named: boolean
}
/** A row with its victims: one, or where a row is a crime as many as it names (one, unnamed, where it names nobody). */
export type ReadRow<Kind extends ExtractKind> = {
  row: number
  victims: readonly { values?: ExtractValues<Kind>; problem?: string }[]
}

type Reader = { read: ReadRecord<Fields>; own: readonly number[] }

/** Reads a force's extract, some thousand rows at a time. Throws a sentence when a column that the profile asks for is not there. */
export async function* openExtract<Kind extends ExtractKind>(
  path: string,
  kind: Kind,
  profile: ExtractProfile,
): AsyncGenerator<{ rows: ReadRow<Kind>[]; bytes_read: number }> {
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 })
  let table, readers: Reader[]
  try {
    table = await openTable(stream, tableFormat.parse(profile.file))
    if (table.headings === null && profile.file.header_row !== 0)
      throw new Error(`The file has no line ${profile.file.header_row ?? 1}, where its headings should be.`)
    readers = readersOf(kind, profile, table.headings)
  } catch (error) {
    throw new Error(`${basename(path)}: ${(error as Error).message} Nothing was changed.`, { cause: error })
  }
  const number = NUMBER_OF[kind]
  const numbered = profile.columns[number] !== undefined
  const readOne = (cells: readonly string[], read: Reader['read']) => {
    const notes: Notes = { problems: [], remarks: [] }
    const values = settleVictim(kind, read(cells, notes) as ExtractValues<Kind>, profile.name_order)
    if (notes.problems.length > 0) return { problem: notes.problems.join('; ') }
    if (!numbered) Object.assign(values, { [number]: numberByItself(cells) })
    return { values }
  }
  for await (const batch of table.batches)
    yield {
      bytes_read: stream.bytesRead,
      rows: batch.map(({ row, cells, problem }): ReadRow<Kind> => {
        if (problem !== null) return { row, victims: [{ problem }] }
        const there = readers.filter(
          ({ own }) => own.length === 0 || own.some((place) => (cells[place] ?? '').trim() !== ''),
        )
        const told = there.length > 0 ? there : readers.slice(0, 1)
        const victims = told.map(({ read }, index) => {
          const one = readOne(cells, read)
          return one.problem && told.length > 1 ? { problem: `Victim ${index + 1}: ${one.problem}` } : one
        })
        return { row, victims }
      }),
    }
}

/** One reader, or one for each victim that the file has columns for; the first one's must be there. */
function readersOf(kind: ExtractKind, profile: ExtractProfile, fileHeadings: string[] | null): Reader[] {
  const options = {
    zone: profile.time_zone,
    dayZone: 'Europe/London',
    latestYear: Number(dayInLondon().slice(0, 4)),
    dateFormats: profile.date_formats,
    emptyValues: profile.empty_values,
  }
  const number = NUMBER_OF[kind]
  const told = profile.columns[number]
  // A crime is counted by its number: where there is a column for it, a row needs it.
  const all: Readonly<Record<string, ColumnSource | undefined>> = {
    ...profile.columns,
    ...(told ? { [number]: { required: true, ...told } } : {}),
  }
  const compile = (columns: typeof all) =>
    compileColumns(EXTRACT_FIELDS[kind] as Fields, columns, fileHeadings, options)
  if (profile.row_is === 'victim') return [{ read: compile(all), own: [] }]
  const room = { most: profile.victims, part: 'victims' }
  return numberedInFile(all, new BoundHeadings(fileHeadings), room).map(({ columns, places }) => ({
    read: compile(columns),
    own: places,
  }))
}

/** Where the extract has no number: a row is a crime of its own, and rows that are wholly alike are one. */
const numberByItself = (cells: readonly string[]): string =>
  `row ${createHash('sha256')
    .update(cells.map((cell) => cell.trim()).join('\u001F'))
    .digest('hex')
    .slice(0, 24)}`
