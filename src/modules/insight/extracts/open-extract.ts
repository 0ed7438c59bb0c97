import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { dayInLondon } from '#reference'
import {
  compileColumns,
  type Fields,
  type Notes,
  openTable,
  type RecordOf,
  tableFormat,
} from '#platform/reading/index.ts'
import { EXTRACT_FIELDS, type ExtractKind } from './fields.ts'
import type { ExtractProfile } from './profile.ts'
import { settleVictim, type VictimType } from './settle-victim.ts'

/** A row as it was read, with whom it is about; `named` is whether it names a person. */
export type ExtractValues<Kind extends ExtractKind> = RecordOf<(typeof EXTRACT_FIELDS)[Kind]> & {
  victim_type: VictimType
  named: boolean
}
export type ReadRow<Kind extends ExtractKind> = {
  row: number
  values?: ExtractValues<Kind>
  problem?: string
}

/** Reads a force's extract, some thousand rows at a time. Throws a sentence when a column that the profile asks for is not there. */
export async function* openExtract<Kind extends ExtractKind>(
  path: string,
  kind: Kind,
  profile: ExtractProfile,
): AsyncGenerator<{ rows: ReadRow<Kind>[]; bytes_read: number }> {
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 })
  const format = tableFormat.parse(profile.file)
  const table = await openTable(stream, format)
  const fields: Fields = EXTRACT_FIELDS[kind]
  const read = compiled()
  for await (const batch of table.batches)
    yield {
      bytes_read: stream.bytesRead,
      rows: batch.map(({ row, cells, problem }) => {
        if (problem !== null) return { row, problem }
        const notes: Notes = { problems: [], remarks: [] }
        const values = settleVictim(kind, read(cells, notes) as ExtractValues<Kind>, profile.name_order)
        return notes.problems.length > 0 ? { row, problem: notes.problems.join('; ') } : { row, values }
      }),
    }

  function compiled() {
    try {
      return compileColumns(fields, profile.columns, table.headings, {
        zone: profile.time_zone,
        dayZone: 'Europe/London',
        latestYear: Number(dayInLondon().slice(0, 4)),
        dateFormats: profile.date_formats,
        emptyValues: profile.empty_values,
      })
    } catch (error) {
      throw new Error(`${basename(path)}: ${(error as Error).message} Nothing was changed.`, { cause: error })
    }
  }
}
