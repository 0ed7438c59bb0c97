import { z } from 'zod'
import {
  columnsOf,
  dateFormats,
  type Fields,
  partOfFormat,
  profileFaults,
  READING_WORDS,
} from '#platform/reading/index.ts'
import { NAME_ORDERS } from '#people'
import { MOVED_FILES, type MovedFile, PERSON_FIELDS } from './fields.ts'
import { onlyRows } from './only-rows.ts'

const team = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'Write it as "organisation/team"')

const onePart = (fields: Fields) =>
  z
    .strictObject({
      file: z
        .string()
        .regex(
          /^(?!\/|[A-Za-z]:)(?!(?:.*\/)?\.\.(?:\/|$))[^\\]+$/,
          'The name of a file in the folder, or its path from there with "/", such as "2018/clients.csv"',
        ),
      /** No complaint when the folder has no such file. */
      optional: z.boolean().default(false),
      /** Which of its rows are meant, where it has others too. */
      only: onlyRows.optional(),
      /** How the text is written, where it differs from the profile's `file`. */
      format: partOfFormat.default({}),
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
  Object.entries<Fields>(MOVED_FILES).map(([name, fields]) => [
    name,
    z.array(onePart(fields)).min(1).optional(),
  ]),
) as Record<MovedFile, z.ZodOptional<z.ZodArray<ReturnType<typeof onePart>>>>

/** How another service's export is read, in the dialect of transfer profiles. docs/moving.md tells every part with an example. */
export const movingProfile = z.strictObject({
  profile: z.string().regex(/^[a-z][a-z0-9-]*$/, 'Small letters, figures and hyphens only'),
  title: z.string().min(1).max(200),
  kind: z.literal('service').default('service'),
  file: partOfFormat.default({}),
  date_formats: dateFormats.min(1).default(['DD/MM/YYYY']),
  empty_values: z.array(z.string()).default([]),
  name_order: z.enum(NAME_ORDERS).default('surname, forenames'),
  /** Which teams hold what is loaded; the receiving team's provider unless told. */
  held_by: z.strictObject({ cases: team.optional(), restorative_justice: team.optional() }).default({}),
  files: z
    .strictObject(files)
    .refine((named) => Object.values(named).some(Boolean), 'Name at least one file')
    .superRefine(({ people, referrals = [] }, check) => {
      if (!people) return
      for (const [at, { columns }] of referrals.entries()) {
        if (!columns.person_reference)
          check.addIssue({
            code: 'custom',
            path: ['referrals', at, 'columns', 'person_reference'],
            message: 'The people are in a file of their own, so a column must say whose each referral is',
          })
        for (const name of PERSON_FIELDS.filter((name) => columns[name]))
          check.addIssue({
            code: 'custom',
            path: ['referrals', at, 'columns', name],
            message: 'The people are in a file of their own: name it under "people"',
          })
      }
    }),
})
export type MovingProfile = z.infer<typeof movingProfile>
/** One file that is read for a kind of record, or the same file read once more for others of its columns. */
export type Part = NonNullable<MovingProfile['files'][MovedFile]>[number]

const WORDS = [
  ...READING_WORDS,
  ...Object.keys(movingProfile.shape),
  'format',
  'only',
  'filled',
  'none_of',
  ...Object.entries(MOVED_FILES).flatMap(([name, fields]) => [name, ...Object.keys(fields)]),
]

/** Checks a profile as it was written. Throws one sentence a fault, each with its place in the profile. */
export function readProfile(written: unknown): MovingProfile {
  if (isOfTransfer(written))
    throw new Error(
      'This is the profile of a transfer ("columns" and no "files"): use it with waymark import transfer',
    )
  const { whole, single } = withLists(written)
  const read = movingProfile.safeParse(whole)
  if (read.success) return read.data
  const faults = profileFaults(read.error, whole, WORDS).map((fault) =>
    fault.replace(/^files\.(\w+)\.0\b/, (place, name: string) =>
      single.has(name) ? `files.${name}` : place,
    ),
  )
  throw new Error(`The mapping profile cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
}

const isOfTransfer = (written: unknown) =>
  typeof written === 'object' && written !== null && 'columns' in written && !('files' in written)

/** One file of a kind is written without the list that several need. */
function withLists(written: unknown): { whole: unknown; single: Set<string> } {
  const single = new Set<string>()
  const named = (written as { files?: unknown } | null | undefined)?.files
  if (typeof named !== 'object' || named === null || Array.isArray(named)) return { whole: written, single }
  const listed = Object.entries(named).map(([name, parts]) => {
    if (Array.isArray(parts)) return [name, parts]
    single.add(name)
    return [name, [parts]]
  })
  return { whole: { ...(written as object), files: Object.fromEntries(listed) }, single }
}
