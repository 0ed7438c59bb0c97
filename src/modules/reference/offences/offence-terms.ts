import { readReferenceCsv } from '../read-reference-csv.ts'

type Term = {
  /** A subgroup, or only a group where the words do not tell the subgroup. */
  code: string
  confidence: number
  all: string[][]
  none: string[]
}

const terms: Term[] = readReferenceCsv('offence-terms.csv').map((row) => {
  const words = row.words!.split(' ')
  return {
    code: row.subgroup!,
    confidence: Number(row.confidence),
    all: words.filter((word) => !word.startsWith('-')).map((word) => word.split('|')),
    none: words.filter((word) => word.startsWith('-')).flatMap((word) => word.slice(1).split('|')),
  }
})

/** Every word that a rule asks for. */
export const termWords: readonly string[] = terms.flatMap(({ all }) => all.flat())

// A word that names an offence by itself, and the groups in which it may stand. One left over that stands in none of
// them means that the cell names two offences: a person has to say which.
const NAMES_AN_OFFENCE: Record<string, string[]> = {
  rape: ['SEX'],
  sexual: ['SEX', 'MIS', 'VAP-SAH', 'VAP-VWO'],
  voyeurism: ['SEX'],
  exposure: ['SEX'],
  indecentassault: ['SEX'],
  murder: ['VAP'],
  manslaughter: ['VAP'],
  wounding: ['VAP-VWI'],
  abh: ['VAP-VWI'],
  grievousharm: ['VAP-VWI', 'VAP-DSI'],
  assault: ['VAP', 'SEX', 'ROB'],
  stalking: ['VAP-SAH', 'MIS'],
  harassment: ['VAP-SAH', 'PUB'],
  kidnapping: ['VAP'],
  robbery: ['ROB'],
  burglary: ['THE-RBU', 'THE-NBU', 'THE'],
  theft: ['THE', 'FRA', 'MIS'],
  shoplifting: ['THE-SHO'],
  blackmail: ['THE-OTH'],
  arson: ['CDA'],
  damage: ['CDA', 'MIS'],
  drugs: ['DRU'],
  fraud: ['FRA', 'MIS'],
  affray: ['PUB'],
  asb: ['ASB'],
}

export type TermMatch = Pick<Term, 'code' | 'confidence'> & {
  /** The words that told it. */
  told: string[]
  /** Words that name an offence of another group. */
  also: string[]
}

/** The first rule whose words are all there, with what else the text names; undefined when no rule fits. */
export function matchTerm(words: readonly string[]): TermMatch | undefined {
  const there = new Set(words)
  const term = terms.find(
    ({ all, none }) =>
      all.every((either) => either.some((word) => there.has(word))) && !none.some((word) => there.has(word)),
  )
  if (!term) return undefined
  const asked = new Set(term.all.flat())
  const also = [...there].filter(
    (word) => !asked.has(word) && NAMES_AN_OFFENCE[word]?.every((allowed) => !term.code.startsWith(allowed)),
  )
  return {
    code: term.code,
    confidence: term.confidence,
    told: term.all.map((either) => either.find((word) => there.has(word))!),
    also: ['NON', 'ASB', 'SUM'].includes(term.code) ? [] : also,
  }
}
