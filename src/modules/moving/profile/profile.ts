import { z } from 'zod'
import {
  columnsOf,
  dateFormats,
  type Fields,
  profileFaults,
  READING_WORDS,
  tableFormat,
} from '#platform/reading/index.ts'
import { MOVED_FILES, type MovedFile } from './fields.ts'

const team = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'Write it as "organisation/team"')

const oneFile = (fields: Fields) =>
  z
    .strictObject({
      file: z.string().regex(/^[^/\\]+$/, 'The name of a file in the folder, without a path'),
      /** No complaint when the folder has no such file. */
      optional: z.boolean().default(false),
      /** How the text is written, where it differs from the profile's `file`. */
      format: tableFormat.partial().default({}),
      date_formats: dateFormats.min(1).optional(),
      empty_values: z.array(z.string()).default([]),
      columns: columnsOf(fields),
    })
    .superRefine(({ columns }, check) => {
      for (const [name, { required }] of Object.entries(fields))
        if (required && !columns[name])
          check.addIssue({
            code: 'custom',
            path: ['columns', name],
            message: 'Every row needs it, so a column must be named',
          })
    })

const files = Object.fromEntries(
  Object.entries<Fields>(MOVED_FILES).map(([name, fields]) => [name, oneFile(fields).optional()]),
) as Record<MovedFile, z.ZodOptional<ReturnType<typeof oneFile>>>

/** How another service's export is read, in the dialect of transfer profiles. docs/moving.md tells every part with an example. */
export const movingProfile = z.strictObject({
  profile: z.string().regex(/^[a-z][a-z0-9-]*$/, 'Small letters, figures and hyphens only'),
  title: z.string().min(1).max(200),
  kind: z.literal('service').default('service'),
  file: tableFormat.partial().default({}),
  date_formats: dateFormats.min(1).default(['DD/MM/YYYY']),
  empty_values: z.array(z.string()).default([]),
  /** Which teams hold what is loaded; the receiving team's provider unless told. */
  held_by: z.strictObject({ cases: team.optional(), restorative_justice: team.optional() }).default({}),
  files: z
    .strictObject(files)
    .refine((named) => Object.values(named).some(Boolean), 'Name at least one file'),
})
export type MovingProfile = z.infer<typeof movingProfile>

const WORDS = [
  ...READING_WORDS,
  ...Object.keys(movingProfile.shape),
  'format',
  ...Object.entries(MOVED_FILES).flatMap(([name, fields]) => [name, ...Object.keys(fields)]),
]

/** Checks a profile as it was written. Throws one sentence a fault, each with its place in the profile. */
export function readProfile(written: unknown): MovingProfile {
  const read = movingProfile.safeParse(written)
  if (read.success) return read.data
  const faults = profileFaults(read.error, written, WORDS)
  throw new Error(`The mapping profile cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
}
