import { z } from 'zod'
import { Invalid } from '#platform/errors.ts'
import { tableFormat } from '#platform/reading/table-format.ts'
import { MOVED_FILES, type MovedFile } from './fields.ts'
import { isDateFormat } from './read-day.ts'

const columnOf = z.union([
  z.string().min(1),
  z.strictObject({
    /** The heading of the column in the export, or its number from 1 when the file has no headings. */
    column: z.union([z.string().min(1), z.int().min(1)]),
    /** What the export writes, to our code; null for what means "nothing"; "*" is whatever else is written. Capitals do not matter. */
    codes: z.record(z.string(), z.union([z.string(), z.null()])).optional(),
    /** Taken when the cell is blank. */
    when_blank: z.string().optional(),
  }),
  z.strictObject({
    /** The same for every row: what the file does not say because everyone knew it. */
    value: z.union([z.string(), z.number(), z.boolean()]),
  }),
  z.number().int().min(1),
])

const dates = z.string().refine(isDateFormat, 'write it with DD, MM or MMM, and YYYY or YY, like DD/MM/YYYY')

const oneFile = z.strictObject({
  file: z.string().regex(/^[^/\\]+$/, 'the name of a file in the folder, without a path'),
  /** No complaint when the file is not there. */
  optional: z.boolean().default(false),
  format: tableFormat.partial().default({}),
  date_format: dates.optional(),
  columns: z.record(z.string(), columnOf),
})

const names = Object.keys(MOVED_FILES) as [MovedFile, ...MovedFile[]]

/** How another service's export is read. docs/moving.md explains it by example. */
export const movingProfile = z.strictObject({
  name: z.string().min(1).max(200),
  format: tableFormat.partial().default({}),
  date_format: dates.default('DD/MM/YYYY'),
  /** What the export writes for "nothing", besides an empty cell. */
  blank: z.array(z.string()).default([]),
  /** Which teams hold what is loaded: 'organisation/team'. The receiving team's provider unless told. */
  held_by: z
    .strictObject({ cases: z.string().optional(), restorative_justice: z.string().optional() })
    .default({}),
  files: z.partialRecord(z.enum(names), oneFile),
})
export type MovingProfile = z.infer<typeof movingProfile>
export type MovingFile = z.infer<typeof oneFile>

/** Checks a profile. Throws Invalid with a sentence for each thing wrong, each naming its place. */
export function readProfile(content: unknown): MovingProfile {
  const read = movingProfile.safeParse(content)
  if (!read.success)
    throw new Invalid(
      Object.fromEntries(
        read.error.issues.map((issue) => {
          const place = issue.path.join('.') || 'The profile'
          return [place, `${place}: ${issue.message}`]
        }),
      ),
    )
  const messages: Record<string, string> = {}
  for (const name of names) {
    const columns = read.data.files[name]?.columns
    if (!columns) continue
    const known: Readonly<Record<string, object>> = MOVED_FILES[name]
    for (const field of Object.keys(columns))
      if (!Object.hasOwn(known, field))
        messages[`${name}.${field}`] =
          `files.${name}.columns: there is no field "${field}". There are ${Object.keys(known).join(', ')}`
    for (const [field, spec] of Object.entries(known))
      if ('needed' in spec && !columns[field])
        messages[`${name}.${field}`] = `files.${name}.columns: say which column is "${field}"`
  }
  if (Object.keys(read.data.files).length === 0) messages.files = 'files: name at least one file'
  if (Object.keys(messages).length > 0) throw new Invalid(messages)
  return read.data
}
