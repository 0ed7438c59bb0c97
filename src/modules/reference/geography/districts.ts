import { readReferenceCsv } from '../read-reference-csv.ts'

export type District = {
  lad_code: string
  lad_name: string
  /** Whether the district still exists; six Cumbrian districts became two on 1 April 2023. */
  current: boolean
  /** The district that stands in its place today: itself, when it still exists. */
  active_lad_code: string
  active_lad_name: string
  police_force_code: string
  police_force_area: string
}

const districts: District[] = readReferenceCsv('lad-codes.csv').map((row) => ({
  lad_code: row.lad_code!,
  lad_name: row.lad_name!,
  current: row.current === 'TRUE',
  active_lad_code: row.active_lad_code!,
  active_lad_name: row.active_lad_name!,
  police_force_code: row.pfa_code!,
  police_force_area: row.pfa_name!,
}))

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/\b(city of|city|borough|district|council|unitary)\b/g, '')
    .replace(/[^a-z]/g, '')
const byKey = new Map(
  districts.flatMap((d) => [[d.lad_code.toLowerCase(), d] as const, [plain(d.lad_name), d] as const]),
)

/** Finds a district by its ONS code or its name in any case ("Newark & Sherwood District Council"), old or current. */
export const findDistrict = (codeOrName: string): District | undefined =>
  byKey.get(codeOrName.trim().toLowerCase()) ?? byKey.get(plain(codeOrName) || '-')

/** The districts that exist today in a police force area, given by code or name, by name. */
export const districtsOfForce = (codeOrName: string): District[] =>
  districts
    .filter((d) => d.current && (d.police_force_code === codeOrName || d.police_force_area === codeOrName))
    .sort((a, b) => a.lad_name.localeCompare(b.lad_name))
