import { readReferenceCsv } from '../read-reference-csv.ts'

export type PoliceForceArea = { code: string; name: string }

/** The 43 police force areas of England and Wales, by name. */
export const policeForceAreas: readonly PoliceForceArea[] = readReferenceCsv('police-force-areas.csv')
  .map((row) => ({ code: row.pfa_code!, name: row.pfa_name! }))
  .sort((a, b) => a.name.localeCompare(b.name))

/** Finds a force area by its ONS code (`E23000019`) or its name. */
export const findPoliceForceArea = (codeOrName: string): PoliceForceArea | undefined =>
  policeForceAreas.find(
    ({ code, name }) => code === codeOrName || name.toLowerCase() === codeOrName.toLowerCase(),
  )
