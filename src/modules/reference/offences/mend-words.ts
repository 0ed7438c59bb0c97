import { editDistance } from './edit-distance.ts'
import { recordedCrimeLabels } from './offence-codes.ts'
import { termWords } from './offence-terms.ts'
import { cleanOffenceText, readWrittenWords, writtenWords } from './offence-words.ts'

const FILLERS =
  'a an the of to in on at by for from with without and or other than not non no any all person persons property place ' +
  'public act contrary under section aged over years year male female type crime crimes offence offences incident ' +
  'nuisance personal environmental online shopping auctions general against causing cause inflict inflicting ' +
  'intentional unlawful unlawfully belonging another his her their value attempted behaviour force'
const vocabulary = new Set([
  ...writtenWords,
  ...termWords,
  ...recordedCrimeLabels.flatMap(({ label }) => cleanOffenceText(label).words),
  ...FILLERS.split(' '),
])
// Abbreviations (asslt, pwits) are known as they are, but nothing is put right into one.
const abbreviations = new Set(
  writtenWords.filter((word) => !/[aeiouy].*[aeiouy]/.test(word) && !termWords.includes(word)),
)
const wordsInFull = [...vocabulary].filter((word) => !abbreviations.has(word)).sort()
const byLength = Map.groupBy(wordsInFull, (word) => word.length)

export type MendedWords = {
  words: string[]
  /** How many words were misspelt, run together or cut off. */
  mended: number
  /** How many words are known to no list. */
  unknown: number
}

/** Puts misspelt words right where exactly one known word is near, parts words run together, and completes a last word cut off. */
export function mendWords(words: readonly string[]): MendedWords {
  const out: string[] = []
  let mended = 0
  let unknown = 0
  for (const [index, word] of words.entries()) {
    if (vocabulary.has(word) || /\d/.test(word)) {
      out.push(word)
      continue
    }
    const better = nearest(word) ?? parted(word) ?? (index === words.length - 1 ? completed(word) : undefined)
    if (better) mended++
    else unknown++
    out.push(...(better ?? [word]))
  }
  return { words: out, mended, unknown }
}

const asRead = (word: string) => readWrittenWords([word]).join(' ')

function nearest(word: string): string[] | undefined {
  if (word.length < 4) return undefined
  const reach = word.length < 8 ? 1 : 2
  let best: string | undefined
  let bestDistance = reach + 1
  let tied = false
  for (let length = Math.max(5, word.length - reach); length <= word.length + reach; length++)
    for (const known of byLength.get(length) ?? []) {
      const distance = editDistance(word, known, reach)
      if (distance > bestDistance) continue
      // Two words as near as each other tell nothing, unless they are read the same (assault, asslt).
      tied = distance === bestDistance && best !== undefined && (tied || asRead(best) !== asRead(known))
      bestDistance = distance
      best = known
    }
  return best && !tied && bestDistance <= reach ? [best] : undefined
}

function parted(word: string): string[] | undefined {
  for (let at = word.length - 2; at >= 2; at--) {
    const first = word.slice(0, at)
    if (!vocabulary.has(first)) continue
    // Run together, or with a wrong letter where the space was.
    for (const second of [word.slice(at), word.slice(at + 1)])
      if (second.length >= 2 && Math.max(at, second.length) >= 4 && vocabulary.has(second))
        return [first, second]
  }
  return undefined
}

function completed(word: string): string[] | undefined {
  if (word.length < 4) return undefined
  const endings = wordsInFull.filter((known) => known.startsWith(word))
  // "dwel" can be dwell, dwelling or dwellings, all one word to the rules; "ass" can be several things.
  const shortest = endings.reduce<string | undefined>(
    (a, b) => (a === undefined || b.length < a.length ? b : a),
    undefined,
  )
  return shortest && endings.every((ending) => ending.startsWith(shortest.slice(0, Math.max(word.length, 4))))
    ? [shortest]
    : undefined
}
