import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { NotFound } from '#platform/errors.ts'
import {
  areNumbered,
  columnsOf,
  dateFormats,
  type Fields,
  profileFaults,
  READING_WORDS,
  readJsonFile,
  tableFormat,
} from '#platform/reading/index.ts'
import { EXTRACT_FIELDS, type ExtractKind } from './fields.ts'
import { NAME_ORDERS } from '#people'

const SHIPPED = join(import.meta.dirname, 'profiles')

/** What a row is where it has room for several victims. */
const ONE_ROW = { 'recorded-crime': 'crime', asb: 'incident' } as const

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
    row_is: z.enum(['victim', ONE_ROW[kind]]).default('victim'),
    victims: z.int().min(1).max(50).default(10),
    columns: columnsOf(fields),
  })
}

/** What the columns must be together, whatever each is by itself: the place and what to do. */
function unfit(kind: ExtractKind, columns: Partial<Record<string, unknown>>, row_is: unknown): string[] {
  const fields: Fields = EXTRACT_FIELDS[kind]
  const one = ONE_ROW[kind]
  const faults = Object.entries(fields).flatMap(([name, { required }]) =>
    required && !columns[name] ? [`columns.${name}: every row needs it, so a column must be named`] : [],
  )
  const numbered = areNumbered(columns)
  if (numbered && row_is !== one)
    faults.push(`row_is: columns with {n} are numbered by victim: write "row_is": "${one}"`)
  if (!numbered && row_is === one)
    faults.push(
      `row_is: "${one}" needs the columns of each victim with {n} for the number, such as "Victim {n} surname"`,
    )
  return faults
}

/** What a profile is of, and the verb that reads it, where it is of no extract. */
function profileOfAnotherKind(written: unknown): string | undefined {
  const { columns, files } = { ...(written as { columns?: object; files?: unknown } | null) }
  if (files !== undefined && columns === undefined)
    return 'a service\'s export ("files" and no "columns"): use it with waymark import service'
  if (typeof columns === 'object' && 'occurrence_no' in { ...columns })
    return 'a transfer (its columns name an "occurrence_no"): use it with waymark import transfer'
}

export type ExtractProfile = z.infer<ReturnType<typeof profileOf>>

/** Checks a profile as it was written. Throws one sentence a fault, each with its place in the profile, all of them at once. */
export function readExtractProfile(kind: ExtractKind, written: unknown): ExtractProfile {
  const other = profileOfAnotherKind(written)
  if (other) throw new Error(`This is the profile of ${other}`)
  const schema = profileOf(kind)
  const read = schema.safeParse(written)
  const words = [...READING_WORDS, ...Object.keys(schema.shape), ...Object.keys(EXTRACT_FIELDS[kind])]
  const faults = read.success ? [] : profileFaults(read.error, written, words)
  const { columns, row_is } = { ...(written as { columns?: object; row_is?: unknown } | null) }
  if (columns && typeof columns === 'object') faults.push(...unfit(kind, { ...columns }, row_is))
  if (faults.length === 0) return read.data!
  throw new Error(`The mapping profile cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
}

/** A shipped profile by its name, or one from a file. Throws NotFound, naming those there are, or a sentence about the file. */
export function findExtractProfile(kind: ExtractKind, named: string): ExtractProfile {
  const shipped = readdirSync(SHIPPED).filter(
    (file) => (readJsonFile(join(SHIPPED, file)) as { kind: string }).kind === kind,
  )
  const known = shipped.includes(`${named}.json`)
  if (!known && !existsSync(named))
    throw new NotFound(
      `The mapping profile "${named}" (there ${shipped.length === 1 ? 'is' : 'are'} ${shipped.map((file) => basename(file, '.json')).join(', ')}, and no such file)`,
    )
  const written = readJsonFile(known ? join(SHIPPED, `${named}.json`) : named)
  try {
    return readExtractProfile(kind, written)
  } catch (error) {
    throw new Error(`${named}: ${(error as Error).message}`, { cause: error })
  }
}
