import type { CheckedPaper, Found, Rule, Sentence } from '../../model/paper.ts'
import { inTheText, quoted } from '../found.ts'

/** So many words in a row are not alike by chance: a name or a phrase of the field has fewer. */
const RUN = 13

/** What a summary says stands again in the paper, and is meant to. */
const SUMS_UP = /\b(?:summary|recommendations?|conclusions?|purpose|key points|foreword|highlights)\b/i

/** One piece of work is reported in one place: the same words under two deliverables, or in two paragraphs, count it twice. */
export const toldTwice: Rule = {
  name: 'told-twice',
  title: 'The same words in two places',
  find: ({ sentences }: CheckedPaper) => {
    const first = new Map<string, Sentence>()
    const told = new Set<string>()
    return [
      ...inParagraphs(sentences),
      ...sentences.flatMap((sentence): Found[] => {
        const number = sentence.update?.deliverable
        if (number === undefined || sentence.kind === 'heading') return []
        const found = runsOf(sentence.text).flatMap(({ key, words }): Found[] => {
          const other = first.get(key)
          if (!other) first.set(key, sentence)
          const pair = `${other?.update?.deliverable} ${number}`
          if (!other || other.update?.deliverable === number || told.has(pair)) return []
          told.add(pair)
          return [
            {
              ...quoted(sentence),
              severity: 'look',
              about: words,
              why: `Number ${other.update?.deliverable} says the same: “${words}…”. One piece of work reads as two.`,
              to_do: 'Report it under one of them, and refer to it from the other.',
            },
          ]
        })
        return found
      }),
    ]
  },
}

/** A whole sentence of the author's that stands in two paragraphs, neither of them a summary. */
function inParagraphs(sentences: readonly Sentence[]): Found[] {
  const first = new Map<string, Sentence>()
  return sentences.flatMap((sentence): Found[] => {
    const { text, typed, update, section } = sentence
    if (update || !typed || !inTheText(sentence) || SUMS_UP.test(section) || text.split(' ').length < RUN)
      return []
    const other = first.get(text)
    if (!other) first.set(text, sentence)
    if (!other || other.part === sentence.part) return []
    return [
      {
        ...quoted(sentence),
        severity: 'look',
        about: text,
        why: `${other.where} says the same, word for word.`,
        to_do: 'Say it once, or say here what is new.',
      },
    ]
  })
}

function runsOf(text: string): { key: string; words: string }[] {
  const words = text.split(/\s+/)
  return words.slice(RUN - 1).map((_, index) => {
    const run = words.slice(index, index + RUN).join(' ')
    return { words: run, key: run.toLowerCase().replaceAll(/[^a-z\d ]/g, '') }
  })
}
