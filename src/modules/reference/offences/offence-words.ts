import { readReferenceCsv } from '../read-reference-csv.ts'

// "Written" is a run of words as police write it, "read_as" the words the rules know. Longest run first.
type Reading = { written: string[]; read_as: string[] }
const byFirstWord = new Map<string, Reading[]>()
for (const row of readReferenceCsv('offence-words.csv')) {
  const written = row.written!.split(' ')
  const known = byFirstWord.get(written[0]!) ?? []
  known.push({ written, read_as: row.read_as!.split(' ') })
  byFirstWord.set(
    written[0]!,
    known.sort((a, b) => b.written.length - a.written.length),
  )
}

/** Every word that occurs in the list of written forms. */
export const writtenWords: readonly string[] = [...byFirstWord.values()]
  .flat()
  .flatMap(({ written }) => written)

const SECTION = /\b(?:s|ss|sec|sect|section|sections)[\s.]*(\d{1,3})\s?([a-h]{0,2})\b/g
// No offence title is longer; what follows is a story, and reading it word by word would take long.
const LONGEST = 400
const NOTES = /\b(?:expired|outcome only|closed|do not use|legacy|historic(?:al)?|non[\s-]?recent)\b/g

export type CleanOffenceText = {
  /** Lower-case words and numbers, sections of Acts as `s47`. */
  words: string[]
  attempted: boolean
  expired: boolean
}

/** Takes the noise off an offence text: case, line breaks, invisible signs, punctuation, "EXPIRED", "Attempted -". */
export function cleanOffenceText(text: string): CleanOffenceText {
  const plain = text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’`]s\b/g, '')
  const expired = /\bexpired\b/.test(plain)
  const words = plain
    .replace(NOTES, ' ')
    .replace(SECTION, ' s$1$2 ')
    .replace(/\(\d+\)(\([a-z]\))?/g, ' ') // subsections: s1(1)(a)
    .replace(/\b(?:18|19|20)\d\d\b/g, ' ') // years of Acts
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map((word) =>
      /^(?:att|atts|attempt|attempts|attempting|atmpt|attmpt|attempted)$/.test(word) ? 'attempted' : word,
    )
  return { words, attempted: words.includes('attempted'), expired }
}

/** Puts the rules' own words in the place of the written ones ("S.47 AOABH" becomes s47 assault abh). */
export function readWrittenWords(words: readonly string[]): string[] {
  let current = [...words]
  // A reading may complete another one ("handling" + "stolen goods"), so more than once, but never without end.
  for (let pass = 0; pass < 3; pass++) {
    const next: string[] = []
    for (let at = 0; at < current.length;) {
      const reading = byFirstWord
        .get(current[at]!)
        ?.find(({ written }) => written.every((word, i) => current[at + i] === word))
      next.push(...(reading?.read_as ?? [current[at]!]))
      at += reading?.written.length ?? 1
    }
    if (next.join(' ') === current.join(' ')) break
    current = next
  }
  return current
}
