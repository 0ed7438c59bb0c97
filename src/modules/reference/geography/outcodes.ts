import { readReferenceCsv } from '../read-reference-csv.ts'

export type OutcodeDistrict = {
  lad_code: string
  lad_name: string
  police_force_area: string
  /** Share of the outcode's neighbourhoods in this district, 0 to 1. */
  share: number
}
export type Outcode = {
  outcode: string
  /** Largest share first. */
  districts: OutcodeDistrict[]
  /** Part of the outcode lies in another force's area, so the outcode alone cannot prove where a home is. */
  crosses_force_border: boolean
}

const outcodes = new Map<string, Outcode>()
for (const row of readReferenceCsv('outcode-lad.csv')) {
  const known = outcodes.get(row.outcode!) ?? {
    outcode: row.outcode!,
    districts: [],
    crosses_force_border: false,
  }
  known.districts.push({
    lad_code: row.lad_code!,
    lad_name: row.lad_name!,
    police_force_area: row.pfa_name!,
    share: Number(row.share_of_outcode),
  })
  known.crosses_force_border ||= row.crosses_force_border === 'true'
  outcodes.set(known.outcode, known)
}
for (const { districts } of outcodes.values()) districts.sort((a, b) => b.share - a.share)

/** What is known of an outward postcode: its districts and force. Undefined for one outside the areas held. */
export const findOutcode = (outcode: string): Outcode | undefined => outcodes.get(outcode)

/** Every outcode that has at least part of its homes in a police force area, as named in police-force-areas.csv. */
export const outcodesOfForce = (name: string): ReadonlySet<string> =>
  new Set(
    [...outcodes.values()]
      .filter(({ districts }) => districts.some((d) => d.police_force_area === name))
      .map(({ outcode }) => outcode),
  )
