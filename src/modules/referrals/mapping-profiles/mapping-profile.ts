import { z } from 'zod'
import { NAME_ORDERS } from '#people'
import { offenceGroups, offenceSubgroups, REFERRAL_SOURCES, codesOf } from '#reference'
import { columnsOf, dateFormats, profileFaults, READING_WORDS, tableFormat } from '#platform/reading/index.ts'
import { SENSITIVE_FLAGS, TRANSFER_FIELDS, VICTIM_TYPES } from './transfer-fields.ts'

const offenceCode = z.enum([...new Set([...offenceGroups, ...offenceSubgroups].map((entry) => entry.code))])

/** Which rows a service takes (set per area; a profile may say otherwise for its sender). */
export const scopeRule = z.strictObject({
  victim_types: z
    .array(z.enum(codesOf(VICTIM_TYPES)))
    .min(1)
    .default(['individual']),
  /** Offences as the sender writes them; case, spaces and punctuation do not matter, and & is “and”. */
  exclude_offences: z.array(z.string().min(1)).default([]),
  /** Groups or subgroups of recorded crime, when the offence is read for certain. */
  exclude_groups: z.array(offenceCode).default(['NON']),
})
export type ScopeRule = z.infer<typeof scopeRule>

/** What makes a row sensitive, so that it needs explicit consent and a contact route marked safe. */
export const sensitiveRule = z.strictObject({
  flags: z.array(z.enum(SENSITIVE_FLAGS)).default(['domestic', 'sexual']),
  offence_groups: z.array(offenceCode).default(['SEX']),
})
export type SensitiveRule = z.infer<typeof sensitiveRule>

const zone = z.string().refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone: name }))
  } catch {
    return false
  }
}, 'There is no such time zone; write it like Europe/London')

/** How one sender's files are read. MAPPING-PROFILES.md tells every part with an example. */
export const mappingProfile = z
  .strictObject({
    profile: z.string().regex(/^[a-z][a-z0-9-]*$/, 'Small letters, figures and hyphens only'),
    title: z.string().min(1),
    kind: z.literal('transfer').default('transfer'),
    sender: z.string().min(1).optional(),
    source: z.enum(codesOf(REFERRAL_SOURCES)).default('police-adt'),
    file_name: z.string().min(1).optional(),
    file: tableFormat.default(tableFormat.parse({})),
    date_formats: dateFormats.min(1).default(['DD/MM/YYYY']),
    time_zone: zone.default('Europe/London'),
    empty_values: z.array(z.string()).default([]),
    row_is: z.enum(['victim', 'crime']).default('victim'),
    victims: z.int().min(1).max(50).default(10),
    name_order: z.enum(NAME_ORDERS).default('surname, forenames'),
    columns: columnsOf(TRANSFER_FIELDS),
    scope: scopeRule.optional(),
    sensitive: sensitiveRule.default(sensitiveRule.parse({})),
    serves_outcodes: z.array(z.string()).min(1).optional(),
  })
  .superRefine(({ columns, row_is }, check) => {
    for (const { path, message } of unfit(columns, row_is)) check.addIssue({ code: 'custom', path, message })
  })

/** What the columns must be together, whatever each is by itself. */
function unfit(columns: Partial<Record<string, unknown>>, row_is: unknown) {
  const faults: { path: string[]; message: string }[] = []
  for (const needed of ['occurrence_no', 'reported_on'] as const)
    if (!columns[needed])
      faults.push({ path: ['columns', needed], message: 'Every row needs it, so a column must be named' })
  if (!columns.surname && !columns.full_name)
    faults.push({
      path: ['columns', 'surname'],
      message: 'Name the column of the surname, or of the full_name',
    })
  if (JSON.stringify(columns).includes('{n}') !== (row_is === 'crime'))
    faults.push({
      path: ['row_is'],
      message: 'Columns with {n} and "row_is": "crime" go together: each victim of the row has its own',
    })
  return faults
}
export type MappingProfile = z.infer<typeof mappingProfile>

const WORDS = [...READING_WORDS, ...Object.keys(mappingProfile.shape), ...Object.keys(TRANSFER_FIELDS)]

/** Checks a profile as it was written. Throws one sentence a fault, each with its place in the profile. */
export function readProfile(written: unknown): MappingProfile {
  if (typeof written === 'object' && written !== null && 'files' in written && !('columns' in written))
    throw new Error(
      'This is the profile of a service\'s export ("files" and no "columns"): use it with waymark import service',
    )
  const read = mappingProfile.safeParse(written)
  if (read.success) return read.data
  const faults = profileFaults(read.error, written, WORDS)
  // While a part cannot be read, what the parts must be together has not been looked at yet: all is told at once.
  const { columns, row_is } = { ...(written as { columns?: unknown; row_is?: unknown } | null) }
  if (columns && typeof columns === 'object')
    for (const { path, message } of unfit(columns, row_is))
      if (!faults.some((fault) => fault.startsWith(`${path.join('.')}: `)))
        faults.push(`${path.join('.')}: ${message}`)
  throw new Error(`The mapping profile cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
}
