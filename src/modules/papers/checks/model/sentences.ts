import type { Part, Sentence } from './paper.ts'

/** What ends with a full stop and does not end a sentence. */
const SHORT =
  /(?:\b(?:no|nos|eg|e\.g|ie|i\.e|etc|Mr|Mrs|Ms|Dr|Prof|St|Insp|Sgt|Supt|Cllr|Rev|vs|approx|para|fig|H\.O|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|^[A-Z]?\d{1,2})\.$/
const END = /(?<=[.!?]["'”’)\]]{0,2})\s+(?=["'“‘(£]?[A-Z\d])/

/** Nobody writes a longer one: what is longer is cut, so that no rule is slow over it. */
const LONGEST = 2000
const PIECES = new RegExp(`[^]{1,${LONGEST}}`, 'g')

/** A paragraph cut into its sentences. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const piece of text.split(END)) {
    const last = sentences.at(-1)
    if (last !== undefined && SHORT.test(last)) sentences[sentences.length - 1] = `${last} ${piece}`
    else sentences.push(piece)
  }
  return sentences
    .map((one) => one.replaceAll(/\s+/g, ' ').trim())
    .flatMap((one) => (one.length > LONGEST ? (one.match(PIECES) ?? []) : [one]))
    .filter(Boolean)
}

/** Every sentence of a paper's paragraphs, points and headings, in its order. */
export const allSentences = (parts: readonly Part[]): Sentence[] =>
  parts.flatMap((part, index) =>
    part.kind === 'table' || part.kind === 'picture'
      ? []
      : sentencesOf(part.text).map((text) => ({
          text,
          part: index,
          where: part.where,
          ...(part.line === undefined ? {} : { line: part.line }),
          ...(part.href === undefined ? {} : { href: part.href }),
          section: part.section,
          zone: part.zone,
          kind: part.kind,
          typed: part.typed,
          bound: part.bound ?? [],
          sourced: part.sourced ?? [],
          people: part.people ?? [],
          ...(part.update ? { update: part.update } : {}),
        })),
  )
