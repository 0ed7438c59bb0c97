import { readReferenceCsv } from '../read-reference-csv.ts'
import { findOffenceSubgroup, offenceSubgroups } from './offence-groups.ts'

// Three families of codes that look alike and mean different things. Nothing of one is ever looked up in another.
export type OffenceCode = {
  family: 'recorded crime' | 'courts' | 'NFIB'
  code: string
  /** A subgroup, or only a group. */
  meaning: string
  /** The text that the same family gives for the code. */
  label: string
  /** The code's class holds offences of several groups: its label says which. */
  mixed: boolean
  /** Only figures: it may be the number of a section, so words that say otherwise win. */
  weak: boolean
}

const DEATH_BY_DRIVING = new Set(['4.4', '4.6', '4.8', '4.9', '37.1'])
const STALKING_AND_HARASSMENT = new Set(['8L', '8M', '8Q']) // a subgroup of its own since the file was made

function meaningOf(code: string, row: Record<string, string>): string | undefined {
  if (DEATH_BY_DRIVING.has(code)) return 'VAP-DSI'
  if (STALKING_AND_HARASSMENT.has(code)) return 'VAP-SAH'
  switch (row.subgroup) {
    case 'Homicide':
      return 'VAP-HOM'
    case 'Rape':
      return 'SEX-RAP'
    case 'Domestic burglary':
      return 'THE-RBU'
    case 'Non-domestic burglary':
      return 'THE-NBU'
    case 'Theft of a motor vehicle':
    case 'Theft from a vehicle':
    case 'Vehicle interference':
      return 'THE-VEH'
  }
  if (row.group === 'Fraud offences') return 'FRA-FRA'
  const bySubgroup = offenceSubgroups.find((s) => s.name === row.subgroup)
  return (bySubgroup ?? offenceSubgroups.find((s) => s.group_name === row.group))?.code
}

/** The recorded-crime codes of 2017-18 with their labels and our subgroups, and the two made since. */
export const recordedCrimeLabels: readonly { code: string; label: string; meaning: string }[] = [
  ...readReferenceCsv('ho-offence-hierarchy-2017-18.csv').flatMap((row) => {
    const meaning = /^\d/.test(row.code!) ? meaningOf(row.code!, row) : undefined
    // Homicide is one line for four codes: 1-4.1-4.10-4.2
    return meaning ? row.code!.split('-').map((code) => ({ code, label: row.label!, meaning })) : []
  }),
  { code: '8R', label: 'Malicious communications', meaning: 'VAP-SAH' },
  { code: '8U', label: 'Controlling or coercive behaviour', meaning: 'VAP-SAH' },
]
const recorded = new Map(recordedCrimeLabels.map((entry) => [entry.code, entry]))

type CourtCode = { label: string; class_label: string; class: string; parent_group: string }
let courtCodes: Map<string, CourtCode> | undefined
let courtClasses: Map<string, { subgroup: string; mixed: boolean }> | undefined

/**
 * Finds a court code (`008/06`): its own text, and the subgroup of its class; Other summary and motoring offences are SUM.
 * A `mixed` class holds offences of several groups, told apart by their own text.
 */
function findCourtCode(
  code: string,
): { label: string; meaning: string | undefined; mixed: boolean } | undefined {
  courtCodes ??= new Map(
    readReferenceCsv('ho-offence-codes-cjs.csv').map((row) => [
      row.ho_code!,
      {
        label: row.subclass_description!,
        class_label: row.class_description!,
        class: row.class!,
        parent_group: row.parent_group!,
      },
    ]),
  )
  courtClasses ??= new Map(
    readReferenceCsv('cjs-classes.csv').map((row) => [
      row.class!,
      { subgroup: row.subgroup!, mixed: row.mixed === 'true' },
    ]),
  )
  const found = courtCodes.get(code)
  if (!found) return undefined
  const summary = /^(Other summary|Summary motoring) offences$/.test(found.parent_group) ? 'SUM' : undefined
  const inClass = courtClasses.get(found.class)
  return { label: found.label, meaning: inClass?.subgroup ?? summary, mixed: inClass?.mixed ?? false }
}

const NFIB = /\bNFIB\s*-?\s*(\d{1,2}[A-H]?)\b/i
const COURT = /(?:^|[\s([])(\d{3}\/\d{2})(?!\d)/
const RECORDED = /^\s*(\d{1,3}(?:\.\d{1,2})?[A-Z]?)(?=\s*$|\s*[-:–]|\s+\p{L})/u

/** Finds a code in a cell, whichever family it is of: `NFIB3A`, `008/66`, `8L` (at the start or alone). */
export function findOffenceCode(text: string): OffenceCode | undefined {
  const nfib = NFIB.exec(text)?.[1]?.toUpperCase()
  if (nfib) {
    // 50A to 52E are computer misuse (viruses, denial of service, hacking); all others are kinds of fraud.
    const meaning = /^5[0-2]/.test(nfib) ? 'FRA-CMU' : 'FRA-FRA'
    return {
      family: 'NFIB',
      code: `NFIB${nfib}`,
      meaning,
      label: findOffenceSubgroup(meaning)!.name,
      mixed: false,
      weak: false,
    }
  }
  const short = /^\s*(\d{1,3})\/(\d{1,2})\s*$/.exec(text) // 8/6 is 008/06
  const court = short ? `${short[1]!.padStart(3, '0')}/${short[2]!.padStart(2, '0')}` : COURT.exec(text)?.[1]
  const courtCode = court && findCourtCode(court)
  if (courtCode)
    return {
      family: 'courts',
      code: court,
      meaning: courtCode.meaning ?? 'MIS-MIS',
      label: courtCode.label,
      mixed: courtCode.mixed,
      weak: !courtCode.meaning,
    }
  const entry = recorded.get(RECORDED.exec(text.toUpperCase())?.[1] ?? '')
  return (
    entry && {
      family: 'recorded crime',
      code: entry.code,
      meaning: entry.meaning,
      label: entry.label,
      mixed: false,
      weak: /^\d+$/.test(entry.code),
    }
  )
}
