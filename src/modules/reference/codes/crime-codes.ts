import type { CodeOf } from './code-list.ts'
import { readReferenceCsv } from '../read-reference-csv.ts'

/** Hate strands: five national and a local one, kept out of national returns. A crime may have several. */
export const HATE_STRANDS = {
  race: 'Race or ethnicity',
  religion: 'Religion or belief',
  'sexual-orientation': 'Sexual orientation',
  disability: 'Disability',
  transgender: 'Transgender identity',
  'other-local': 'Locally monitored strand',
} as const
export type HateStrand = CodeOf<typeof HATE_STRANDS>

/** Qualifiers of anti-social behaviour: what harm it does. */
export const ASB_QUALIFIERS = {
  personal: 'Personal',
  nuisance: 'Nuisance',
  environmental: 'Environmental',
} as const
export type AsbQualifier = CodeOf<typeof ASB_QUALIFIERS>

/** Bands of risk as police and services grade it; `standard` is also written low. */
export const RISK_GRADES = { standard: 'Standard', medium: 'Medium', high: 'High' } as const
export type RiskGrade = CodeOf<typeof RISK_GRADES>

/** Sex as police and services record it; not known is no code. */
export const SEXES = { F: 'Female', M: 'Male', X: 'Another term' } as const
export type Sex = CodeOf<typeof SEXES>

export type CrimeOutcome = {
  code: string
  title: string
  outcome_group: string
  involves_suspect: boolean
  /** Whether the title was checked on a public page; an unchecked one must not be printed as official. */
  verified: boolean
}

/** The Home Office's outcomes 1 to 22. */
export const crimeOutcomes: readonly CrimeOutcome[] = readReferenceCsv('crime-outcomes.csv').map((row) => ({
  code: row.code!,
  title: row.title!,
  outcome_group: row.outcome_group!,
  involves_suspect: row.involves_suspect === 'true',
  verified: row.verified !== 'no',
}))
