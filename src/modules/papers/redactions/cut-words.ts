import { type Run, type Runs, runsOf } from '#platform/documents/document.ts'

/** Characters that nobody sees: soft hyphens, and what has no width. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g

/** Characters that look alike and are typed for one another. */
const ALIKE = [`'\u2018\u2019\u02BC`, `"\u201C\u201D`, `-\u2010\u2011\u2012\u2013\u2014\u2212`]

const patternOfCharacter = (character: string): string => {
  const alike = ALIKE.find((some) => some.includes(character))
  if (alike) return `[${alike.replace('-', String.raw`\-`)}]`
  return character.replace(/[.*+?^${}()|[\]\\/]/, String.raw`\$&`)
}

/** Finds words however they are spaced, capitalised, and typed: straight or curly quotation marks, any hyphen or dash, with or without soft hyphens. */
export const patternOf = (words: string): RegExp =>
  new RegExp(
    words
      .replaceAll(UNSEEN, '')
      .trim()
      .split(/\s+/)
      .map((word) => Array.from(word, patternOfCharacter).join(`${UNSEEN.source}*`))
      .join(String.raw`[\s\u00AD\u200B-\u200D\u2060\uFEFF]+`),
    'giu',
  )

const textOf = (run: Run) => (typeof run === 'string' ? run : run.text)

/**
 * The text without these words wherever they stand, even across bold and links, with `mark` in their place. A figure or status that they touch
 * goes whole: part of a number still tells.
 */
export function cutWords(runs: Runs, words: string, mark: Run): Runs {
  const all = runsOf(runs)
  const spans = [...all.map(textOf).join('').matchAll(patternOf(words))].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
  }))
  if (spans.length === 0) return runs
  const kept: Run[] = []
  let at = 0
  let marked = 0
  for (const run of all) {
    const end = at + textOf(run).length
    let from = at
    for (const span of spans.filter((one) => one.from < end && one.to > at)) {
      keep(kept, run, from - at, span.from - at, isWhole(run))
      if (span.to > marked) {
        kept.push(mark)
        marked = span.to
      }
      from = Math.max(from, span.to)
    }
    const touched = spans.some((one) => one.from < end && one.to > at)
    keep(kept, run, from - at, end - at, touched && isWhole(run))
    at = end
  }
  return kept
}

const isWhole = (run: Run) => typeof run !== 'string' && ('figure' in run || 'tone' in run)

function keep(kept: Run[], run: Run, from: number, to: number, gone: boolean): void {
  if (gone || to <= from) return
  const text = textOf(run).slice(from, to)
  kept.push(typeof run === 'string' ? text : { ...run, text })
}
