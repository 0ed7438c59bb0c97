import { readReferenceCsv } from '../read-reference-csv.ts'

export type Ward = { ward_code: string; ward_name: string; lad_code: string; lad_name: string }

const wards = new Map(
  readReferenceCsv('wards-2025.csv').map((row) => [
    row.ward_code!,
    {
      ward_code: row.ward_code!,
      ward_name: row.ward_name!,
      lad_code: row.lad_code!,
      lad_name: row.lad_name!,
    } satisfies Ward,
  ]),
)

/** The electoral ward with this ONS code, as of 2025. */
export const findWard = (wardCode: string): Ward | undefined => wards.get(wardCode)
