import { day, type FilledField, words } from '#platform/forms/index.ts'
import { manyOf } from './words.ts'

/** The levels of a plan with our word for each: an office has its own, one and several. */
export const LEVELS = {
  plan: 'Plan',
  theme: 'Theme',
  year: 'Delivery plan',
  deliverable: 'Deliverable',
  owner: 'Owner',
  update: 'Update',
  cycle: 'Reporting cycle',
} as const
export type Level = keyof typeof LEVELS

/** What an office calls its levels, as kept with its plan: `theme_word` 'Priority', `theme_words` 'Priorities', or nothing where English makes it. */
export type SaidWords = { [L in Level as `${L}_word`]?: string } & {
  [L in Level as `${L}_words`]?: string | null
}

/** A word as it begins a heading, and as it stands in a sentence: 'Theme', 'Themes', 'theme', 'themes', 'a theme'. */
export type LevelWord = { title: string; titles: string; one: string; many: string; a: string }
export type LevelWords = Record<Level, LevelWord>

/** Every level's word, in the office's own words where it has said them: what each page and paper calls things by. */
export const levelWords = (said: SaidWords): LevelWords =>
  Object.fromEntries(
    Object.entries(LEVELS).map(([level, ours]) => {
      const title = said[`${level as Level}_word`] || ours
      const titles = said[`${level as Level}_words`] || manyOf(title)
      const one = inSentence(title)
      return [level, { title, titles, one, many: inSentence(titles), a: `${article(one)} ${one}` }]
    }),
  ) as LevelWords

/** 'RAG update' and 'KPI' keep their capitals. */
const inSentence = (word: string) => word.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())

/** 'an objective', 'an update', 'a unit', 'an hour'. */
const article = (word: string) =>
  /^(?:[aeio]|u(?!ni(?!n)|s[eu]|til)|hour|hon)/i.test(word) && !/^(?:eu|one\b|once\b)/i.test(word)
    ? 'an'
    : 'a'

/** A field of words or of a day, asked otherwise than its form does: in the office's own words. */
export function askedAs(filled: FilledField, label: string, hint?: string): FilledField {
  const options = { ...filled.field.options, label, ...(hint ? { hint } : {}) }
  const { render } = filled.field.kind === 'day' ? day(options) : words(options)
  return { ...filled, field: { ...filled.field, options, render } }
}
