import { type Block, type Document, plainText, type Run } from '#platform/documents/document.ts'
import { partsOf } from '../reviews/paragraphs.ts'
import { patternOf } from './cut-words.ts'
import { type Redaction, type Taken, takenOut } from './redact-document.ts'

/**
 * Redacted words that can still be read elsewhere in a public version or in the list of what is taken out of it: each with what to do. None
 * means that it may be published.
 */
export function leaksIn(
  original: Document,
  published: Document,
  redactions: readonly Redaction[],
  taken: readonly Taken[] = takenOut(published, redactions),
): string[] {
  const left = secretsLeft(original, published, redactions, taken)
  return left.map(
    ({ redaction, where }) =>
      `What is redacted at ${redaction.place} can still be read ${inWords(where)}. Redact it there too.`,
  )
}

/**
 * What an earlier paper's public version does not have, and a correction of it would publish: each with what to do. A part taken out whole is
 * found by its sentences, and by any line of it that stands at the same place, however short: a name, a row of a table, the title of a chart.
 */
export function leaksOfEarlier(
  earlier: Document,
  published: Document,
  redactions: readonly Redaction[],
  taken: readonly Taken[],
): string[] {
  const before = partsOf(earlier)
  const now = partsOf(published)
  const stands = ({ words, block }: Redaction) => {
    const part = before[block]
    const lines = linesOf(part?.words ?? '')
    if (words !== null || !part || lines.length === 0) return undefined
    return now.find((one) => {
      const mine = linesOf(one.words)
      return one.place === part.place
        ? lines.some((line) => mine.includes(line))
        : lines.join('\n') === mine.join('\n')
    })
  }
  const left = [
    ...secretsLeft(earlier, published, redactions, taken),
    ...redactions.flatMap((redaction) => {
      const part = stands(redaction)
      return part ? [{ redaction, where: part.place }] : []
    }),
  ]
  const once = left.filter(({ redaction }, at) => left.findIndex((one) => one.redaction === redaction) === at)
  return once.map(
    ({ redaction, where }) =>
      `What is redacted at ${redaction.place} of the paper that this one corrects can still be read ${inWords(where)}. Redact it here too, or put it back in that paper first.`,
  )
}

/** Words of these redactions that can be read in a text, each with its redaction. */
export function redactedWordsIn(
  original: Document,
  redactions: readonly Redaction[],
  text: string,
): { redaction: Redaction; words: string }[] {
  const parts = partsOf(original)
  const front = original.front_sheet?.length ?? 0
  return redactions.flatMap((redaction) => {
    const { block } = redaction
    const kind = block < front ? 'paragraph' : original.blocks[block - front]?.kind
    const secrets = redaction.words ? [redaction.words] : secretsOf(parts[block]?.words ?? '', kind)
    const words = secrets.find((secret) => patternOf(secret).test(text))
    return words === undefined ? [] : [{ redaction, words }]
  })
}

/** The redactions whose words can be read in what the public would have, each with where, when a part of the document has them. */
function secretsLeft(
  original: Document,
  published: Document,
  redactions: readonly Redaction[],
  taken: readonly Taken[],
): { redaction: Redaction; where: string | undefined }[] {
  const text = `${everyWordOf(published)}\n${taken.map(({ place }) => place).join('\n')}`
  const parts = partsOf(published)
  return redactedWordsIn(original, redactions, text).map(({ redaction, words }) => ({
    redaction,
    where: parts.find((part) => patternOf(words).test(part.words))?.place,
  }))
}

const inWords = (where: string | undefined) =>
  where ? `at ${where}` : 'in the title, a table, the list of figures or the list of redactions'

const linesOf = (words: string) =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/**
 * What must not be read of a part that is taken out whole: its sentences. Short ones say nothing by themselves and stand everywhere, but for two or
 * three words that are all there is of a paragraph or of a row of the front sheet, which may be a name, and for an e-mail address.
 */
function secretsOf(words: string, kind: Block['kind'] | undefined): string[] {
  const sentences = words
    .split(/(?<=[.!?])\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
  const alone = kind === 'paragraph' && sentences.length === 1
  const count = (sentence: string) => sentence.split(/\s+/).length
  return sentences.filter((sentence) => count(sentence) >= (alone ? 2 : 4) || sentence.includes('@'))
}

/** All that can be read in a document, and in what is about it. */
export const everyWordOf = (document: Document): string => stringsIn(document).join('\n')

/** Every text of a value, however it is kept: markup as the words that are read in it, words in parts as one. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return /[<&]/.test(value) ? [value, wordsOfMarkup(value)] : [value]
  if (Array.isArray(value)) {
    const runs = value.every(
      (one) => typeof one === 'string' || (one && typeof one === 'object' && 'text' in one),
    )
    return runs ? [plainText(value as Run[]), ...value.flatMap(stringsIn)] : value.flatMap(stringsIn)
  }
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const wordsOfMarkup = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(
      /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
      (whole, decimal?: string, hex?: string, name?: string) =>
        decimal
          ? String.fromCodePoint(Number(decimal))
          : hex
            ? String.fromCodePoint(Number.parseInt(hex, 16))
            : (NAMED[name!.toLowerCase()] ?? whole),
    )
