import { MEASURES, measureNamed } from '#insight'
import { refuse } from '#platform/errors.ts'
import type { BoundFigure } from '../../templates/template.ts'
import type { Draft } from '../draft.ts'

const lower = (text: string) => text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())

/** Every figure that can be put in a template's sentence, by the words that stand for it: 'referrals received', 'satisfaction, per cent'. */
export const FIGURES: ReadonlyMap<string, BoundFigure> = new Map(
  MEASURES.flatMap(({ name, title, share }) => {
    const bound = { measure: name, by: [], only: {} }
    const parts = share
      ? ([
          ['', 'value'],
          [', per cent', 'percent'],
          [', out of', 'n'],
        ] as const)
      : ([['', 'value']] as const)
    return parts.flatMap(([words, show]) =>
      (['period', 'year_before'] as const).map((over): [string, BoundFigure] => [
        `${lower(title)}${words}${over === 'period' ? '' : ', the period before'}`,
        { ...bound, show, over },
      ]),
    )
  }),
)

/** Breakdowns that can be a table or a list: 'referrals-received by source' by its code 'referrals-received|source'. */
export const BREAKDOWNS: ReadonlyMap<string, string> = new Map(
  MEASURES.flatMap(({ name, title, dimensions }) =>
    Object.entries(dimensions).map(([dimension, { title: by }]): [string, string] => [
      `${name}|${dimension}`,
      `${title}, by ${by.toLowerCase()}`,
    ]),
  ),
)

/** A breakdown's figure from its code. Refuses the field `line` when there is none. */
export function breakdownOf(code: string | null): BoundFigure {
  if (!code || !BREAKDOWNS.has(code)) return refuse('line', 'Select a figure from the list')
  const [measure = '', dimension = ''] = code.split('|')
  return { measure: measureNamed(measure).name, by: [dimension], only: {}, show: 'value', over: 'period' }
}

const MARKERS = /\{\{\s*([^{}]+?)\s*\}\}/g
const keyOf = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')

/** A sentence as its maker reads it: each figure by its words in braces. */
export const withWords = (text: string): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const words = [...FIGURES.keys()].find((one) => keyOf(one) === key)
    return `{{ ${words ?? key.replaceAll('_', ' ')} }}`
  })

/** A sentence with each figure by its key, and the figures it uses. Refuses the field `words` when a name in braces stands for none. */
export function withKeys(text: string, known: Draft['figures']): { text: string; figures: Draft['figures'] } {
  const figures: Draft['figures'] = {}
  const keyed = text.replaceAll(MARKERS, (_, words: string) => {
    const key = keyOf(words)
    const bound = known[key] ?? [...FIGURES].find(([one]) => keyOf(one) === key)?.[1]
    if (!bound) refuse('words', `There is no figure called “${words}”. Choose one from the list.`)
    figures[key] = bound
    return `{{${key}}}`
  })
  return { text: keyed, figures }
}
