import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { columnsOf, dateFormats, type Fields, tableFormat } from '#platform/reading/index.ts'
import { EXTRACT_FIELDS, type ExtractKind } from './fields.ts'
import { NAME_ORDERS } from './settle-victim.ts'

const SHIPPED = join(import.meta.dirname, 'profiles')

const timeZone = z
  .string()
  .refine(
    (name) => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC',
    'There is no such time zone; write it like Europe/London',
  )

const profileOf = (kind: ExtractKind) => {
  const fields: Fields = EXTRACT_FIELDS[kind]
  return z.strictObject({
    profile: z.string().regex(/^[a-z][a-z0-9-]*$/, 'Small letters, figures and hyphens only'),
    title: z.string().min(1).max(200),
    kind: z.literal(kind, `This profile is read by “import ${kind}”, so kind is "${kind}"`).default(kind),
    file: tableFormat.partial().default({}),
    date_formats: dateFormats.min(1).default(['DD/MM/YYYY']),
    time_zone: timeZone.default('Europe/London'),
    empty_values: z.array(z.string()).default([]),
    name_order: z.enum(NAME_ORDERS).default('surname, forenames'),
    columns: columnsOf(fields).superRefine((columns, check) => {
      for (const [name, { required }] of Object.entries(fields))
        if (required && !(columns as Record<string, unknown>)[name])
          check.addIssue({
            code: 'custom',
            path: [name],
            message: 'Every row needs it, so a column must be named',
          })
    }),
  })
}

export type ExtractProfile = z.infer<ReturnType<typeof profileOf>>

/** Checks a profile as it was written. Throws one sentence a fault, each with its place in the profile. */
export function readExtractProfile(kind: ExtractKind, written: unknown): ExtractProfile {
  const read = profileOf(kind).safeParse(written)
  if (read.success) return read.data
  const faults = read.error.issues.map((issue) => `  ${issue.path.join('.') || 'profile'}: ${issue.message}`)
  throw new Error(`The mapping profile cannot be used:\n${faults.join('\n')}`)
}

/** A shipped profile by its name, or one from a file. Throws a sentence that names those there are. */
export async function findExtractProfile(kind: ExtractKind, named: string): Promise<ExtractProfile> {
  const shipped = readdirSync(SHIPPED).filter(
    (file) => JSON.parse(readFileSync(join(SHIPPED, file), 'utf8')).kind === kind,
  )
  if (shipped.includes(`${named}.json`))
    return readExtractProfile(kind, JSON.parse(readFileSync(join(SHIPPED, `${named}.json`), 'utf8')))
  const text = await readFile(named, 'utf8').catch(() => {
    throw new Error(
      `There is no profile "${named}" (there ${shipped.length === 1 ? 'is' : 'are'} ${shipped.map((file) => basename(file, '.json')).join(', ')}), and no such file.`,
    )
  })
  try {
    return readExtractProfile(kind, JSON.parse(text))
  } catch (error) {
    throw new Error(`${named}: ${(error as Error).message}`, { cause: error })
  }
}
