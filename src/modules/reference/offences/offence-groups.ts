import { readReferenceCsv } from '../read-reference-csv.ts'

export type OffenceGroup = { code: string; name: string }
export type OffenceSubgroup = {
  code: string
  name: string
  group_code: string
  group_name: string
  /** The category police.uk publishes it under; null when it publishes none. */
  policeuk_category: string | null
  /** Whether such a crime has a person as victim. */
  victim_based: boolean
  /** Its class in the Nottinghamshire Victims' Strategy 2014-17; null when the strategy leaves it out. */
  notts_2014_class: string | null
}

const inFile: OffenceSubgroup[] = readReferenceCsv('offence-groups.csv').map((row) => ({
  code: row.subgroup_code!,
  name: row.subgroup_name!,
  group_code: row.group_code!,
  group_name: row.group_name!,
  policeuk_category: row.policeuk_category || null,
  victim_based: row.victim_based === 'true',
  notts_2014_class: row.notts_2014_class || null,
}))

// What police send besides recorded crime. Each is a group of its own, so that it is never counted as crime.
const notCrime = (code: string, name: string): OffenceSubgroup => ({
  code,
  name,
  group_code: code,
  group_name: name,
  policeuk_category: null,
  victim_based: false,
  notts_2014_class: null,
})
const others = [
  notCrime('ASB', 'Anti-social behaviour'),
  notCrime('NON', 'Non-crime incident'),
  notCrime('SUM', 'Summary offence outside recorded crime'),
]

/** Code of an offence text that told nothing: to be named by a person, and counted apart. */
export const UNCLASSIFIED = 'UNC'

const subgroups = new Map([...inFile, ...others].map((subgroup) => [subgroup.code, subgroup]))
const groups = new Map(
  [...subgroups.values()].map(({ group_code, group_name }) => [
    group_code,
    { code: group_code, name: group_name },
  ]),
)
groups.set(UNCLASSIFIED, { code: UNCLASSIFIED, name: 'Unclassified' })

/** Every group in the Home Office's order, then anti-social behaviour, non-crime, summary offences and Unclassified. */
export const offenceGroups: readonly OffenceGroup[] = [...groups.values()]
/** Every subgroup, in the same order. */
export const offenceSubgroups: readonly OffenceSubgroup[] = [...subgroups.values()]

export const findOffenceGroup = (code: string): OffenceGroup | undefined => groups.get(code)
export const findOffenceSubgroup = (code: string): OffenceSubgroup | undefined => subgroups.get(code)
