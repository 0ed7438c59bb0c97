import { UNCLASSIFIED } from '#reference'
import type { ExtractKind } from './fields.ts'
import { classified } from './keep-rows.ts'
import type { ExtractValues } from './open-extract.ts'

type Counts = Record<string, number>

/** What the rows that could be read turned out to be: for whoever wrote the profile to see whether it says what they meant. */
export type Tally = {
  /** Rows with a named person, with a person whom nobody named, against organisations and against the state. */
  victims: Counts
  strands: Counts
  /** Classes whose group of offences nobody knows, so that their domestic crimes are not counted as violence or sexual offences. */
  unplaced: Counts
  at_risk: number
}

export const emptyTally = (): Tally => ({ victims: {}, strands: {}, unplaced: {}, at_risk: 0 })

const groups = new Map<string, string>()
const one = (counts: Counts, name: string) => (counts[name] = (counts[name] ?? 0) + 1)

/** Counts one row in. */
export function tallyRow<Kind extends ExtractKind>(tally: Tally, kind: Kind, row: ExtractValues<Kind>): void {
  one(tally.victims, row.named ? 'person' : row.victim_type === 'person' ? 'not named' : row.victim_type)
  if (kind === 'asb') {
    if ((row as ExtractValues<'asb'>).at_risk) tally.at_risk++
    return
  }
  const crime = row as ExtractValues<'recorded-crime'>
  for (const strand of crime.hate_strand) one(tally.strands, strand)
  const told = JSON.stringify([crime.class, crime.offence, crime.offence_code, crime.offence_group])
  let known = groups.get(told)
  if (known === undefined) {
    known = classified(crime).offence_group
    if (groups.size < 10_000) groups.set(told, known)
  }
  if (known === UNCLASSIFIED) one(tally.unplaced, crime.class ?? crime.offence ?? 'no class')
}

const listed = (counts: Counts) =>
  Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 20)
    .map(([name, count]) => `${name} ${count.toLocaleString('en-GB')}`)
    .join(', ')

/** The tally in sentences, one a line, with what to do where it looks wrong. */
export function tallyInWords(kind: ExtractKind, tally: Tally): string[] {
  const rows = Object.values(tally.victims).reduce((sum, count) => sum + count, 0)
  if (rows === 0) return []
  return [
    `Victims: ${listed(tally.victims)}. Only named persons are counted.`,
    ...(kind === 'asb'
      ? [
          tally.at_risk
            ? `Tagged as at risk: ${tally.at_risk.toLocaleString('en-GB')}. Only those are counted.`
            : 'No row is tagged as at risk, so none is counted: does the profile name the column "at_risk"?',
        ]
      : [
          `Hate strands: ${listed(tally.strands) || 'none'}.`,
          ...(Object.keys(tally.unplaced).length > 0
            ? [
                `Classes of no known group, kept and counted, but not as violence or sexual offences: ${listed(tally.unplaced)}. A profile may name "offence_group".`,
              ]
            : []),
        ]),
  ]
}
