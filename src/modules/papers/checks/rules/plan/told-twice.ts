import type { CheckedPaper, Found, Rule, Sentence } from '../../model/paper.ts'
import { quoted } from '../found.ts'

/** So many words in a row are not alike by chance: a name or a phrase of the field has fewer. */
const RUN = 13

/** One piece of work is reported under one deliverable: the same words under two count it twice. */
export const toldTwice: Rule = {
  name: 'told-twice',
  title: 'The same words under two deliverables',
  find: ({ sentences }: CheckedPaper) => {
    const first = new Map<string, Sentence>()
    const told = new Set<string>()
    return sentences.flatMap((sentence): Found[] => {
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
    })
  },
}

function runsOf(text: string): { key: string; words: string }[] {
  const words = text.split(/\s+/)
  return words.slice(RUN - 1).map((_, index) => {
    const run = words.slice(index, index + RUN).join(' ')
    return { words: run, key: run.toLowerCase().replaceAll(/[^a-z\d ]/g, '') }
  })
}
