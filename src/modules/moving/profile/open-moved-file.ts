import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { dayInLondon } from '#reference'
import {
  compileColumns,
  type Fields,
  type Notes,
  openTable,
  settleCentury,
  tableFormat,
  type TableRow,
} from '#platform/reading/index.ts'
import { MOVED_FILES, type MovedFile, type MovedValues } from './fields.ts'
import { compileOnly } from './only-rows.ts'
import type { MovingProfile, Part } from './profile.ts'

/** A row of an export as it was read: its values, what is wrong with it in words that name the column, or that the profile leaves it out. */
export type ReadRow<File extends MovedFile> = { row: number; left_out?: boolean } & (
  { values: MovedValues<File>; problem?: undefined } | { values?: undefined; problem: string }
)

export type OpenedFile<File extends MovedFile> = {
  /** How people know it: its name, and which part of it where it is read several times. */
  called: string
  bytes: number
  batches: () => AsyncGenerator<{ rows: ReadRow<File>[]; bytes_read: number }>
}

/**
 * Opens one file of an export. Throws a sentence when it is not there, or lacks a column that the profile asks for: before anything
 * is loaded. Undefined: the profile says that it may be missing, and it is.
 */
export async function openMovedFile<File extends MovedFile>(
  folder: string,
  name: File,
  how: Part,
  profile: MovingProfile,
): Promise<OpenedFile<File> | undefined> {
  const path = join(folder, how.file)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) {
    if (how.optional) return undefined
    throw new Error(
      `${how.file} is not in ${folder}${await whatIsThere(folder)} If the export has no such file, leave "${name}" out of the profile. Nothing was changed.`,
    )
  }
  const format = tableFormat.parse({ ...profile.file, ...how.format })
  const options = {
    zone: 'Europe/London',
    dayZone: 'Europe/London',
    latestYear: Number(dayInLondon().slice(0, 4)),
    dateFormats: how.date_formats ?? profile.date_formats,
    emptyValues: [...profile.empty_values, ...how.empty_values],
  }
  const open = async () => {
    const stream = createReadStream(path, { highWaterMark: 256 * 1024 })
    const table = await openTable(stream, format).catch((error: Error) => {
      throw new Error(`${how.file}: ${error.message} Nothing was changed.`, { cause: error })
    })
    if (format.header_row > 0 && table.headings === null)
      throw new Error(
        `${how.file} has no line ${format.header_row}, where its headings should be. Nothing was changed.`,
      )
    const settled = settleCentury(bornFormats(how) ?? options.dateFormats)
    return { stream, table, read: settlingBirths(readerOf(name, how, table.headings, options), settled) }
  }
  // The headings are read at once, so that a file that does not fit is told before another has been loaded.
  const { stream } = await open()
  stream.destroy()
  async function* batches() {
    const { stream, table, read } = await open()
    for await (const batch of table.batches) yield { rows: batch.map(read), bytes_read: stream.bytesRead }
  }
  const called = calledIn(profile, name, how)
  return { called, bytes: found.size, batches }
}

/** A file that is read once is known by its name; one that is read several times also by what it is read for. */
function calledIn({ files }: MovingProfile, name: MovedFile, how: Part): string {
  const all = Object.values(files).flatMap((parts) => parts ?? [])
  if (all.filter(({ file }) => file === how.file).length === 1) return how.file
  const same = files[name]!.filter(({ file }) => file === how.file)
  const which = same.length === 1 ? '' : ` ${same.indexOf(how) + 1} of ${same.length}`
  return `${how.file} (${name.replaceAll('_', ' ')}${which})`
}

/** What the folder has, for whoever typed a name that it has not. */
async function whatIsThere(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true }).catch(() => undefined)
  if (!names) return ', which is no folder that can be read.'
  return names.length === 0 ? ', which is empty.' : `, which has ${names.toSorted().slice(0, 20).join(', ')}.`
}

const bornFormats = (how: Part) =>
  (how.columns as { born_on?: { date_formats?: string[] } }).born_on?.date_formats

/** A birth of a two-figure year is before the person was referred. */
const settlingBirths =
  <File extends MovedFile>(
    read: (row: TableRow) => ReadRow<File>,
    settled: (day: string, latest: string) => string,
  ): typeof read =>
  (row) => {
    const told = read(row)
    const values = told.values as { born_on?: string | null; received_on?: string } | undefined
    if (values?.born_on) values.born_on = settled(values.born_on, values.received_on ?? dayInLondon())
    return told
  }

function readerOf<File extends MovedFile>(
  name: File,
  how: Part,
  headings: string[] | null,
  options: Parameters<typeof compileColumns>[3],
): (row: TableRow) => ReadRow<File> {
  const fields: Fields = MOVED_FILES[name]
  const { read, isMeant } = compiled()
  const needed = Object.keys(fields).filter((name) => fields[name]!.required)
  return ({ row, cells, problem }) => {
    if (problem !== null) return { row, problem }
    if (!isMeant(cells)) return { row, problem: '', left_out: true }
    const notes: Notes = { problems: [], remarks: [] }
    const values = read(cells, notes) as MovedValues<File>
    if (notes.problems.length === 0)
      for (const name of needed)
        if ((values as Record<string, unknown>)[name] === null)
          notes.problems.push(
            `It has no ${name.replaceAll('_', ' ')} once the profile's codes have been applied`,
          )
    return notes.problems.length > 0 ? { row, problem: notes.problems.join('; ') } : { row, values }
  }
  function compiled() {
    try {
      return {
        read: compileColumns(fields, how.columns, headings, options),
        isMeant: how.only ? compileOnly(how.only, headings, options.emptyValues) : () => true,
      }
    } catch (error) {
      throw new Error(`${how.file}: ${(error as Error).message} Nothing was changed.`, { cause: error })
    }
  }
}
