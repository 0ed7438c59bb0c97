import type { Document } from '#platform/documents/document.ts'
import { patternOf } from '../../redactions/cut-words.ts'
import { type Part, partsOf } from '../../reviews/paragraphs.ts'
import type { Telling } from '../model/paper.ts'

type Cut = { readonly block: number; readonly words: string | null }

/**
 * Whether what tells something can still be read once these cuts are made: true too where it cannot be found, so that nothing is taken for hidden
 * that is not. `words: null` takes out a whole part; parts are counted as partsOf counts them.
 */
export function isStillTold(document: Document, cuts: readonly Cut[], tells: readonly Telling[]): boolean {
  const parts = partsOf(document)
  return tells.some(({ quote, signs, within }) => {
    const places = parts.flatMap((part) =>
      [...part.words.matchAll(quotePattern(quote))].map(({ index, 0: all }) => ({ part, index, all })),
    )
    if (places.length > 0)
      return places.some(({ part, index, all }) =>
        signs.some((sign) => has(left(part, index, all, cuts), sign)),
      )
    const [whole] = within
      ? parts.filter(({ words }) => words === within || words.startsWith(`${within}\n`))
      : []
    return !whole || !cuts.some(({ block, words }) => block === whole.block && words === null)
  })
}

/** A row's empty cells are left out of its quote. */
const quotePattern = (quote: string): RegExp => {
  const { source, flags } = patternOf(quote)
  return new RegExp(`(?<![\\w.,])${source.replaceAll(String.raw`\|`, String.raw`\|(?:\s*\|)*`)}`, flags)
}

/** What the cuts leave of a passage of a part. */
function left({ block, words }: Part, at: number, passage: string, cuts: readonly Cut[]): string {
  const mine = cuts.filter((cut) => cut.block === block)
  if (mine.some((cut) => cut.words === null)) return ''
  const gone = mine.flatMap((cut) =>
    [...words.matchAll(patternOf(cut.words!))].map(
      ({ index, 0: all }) => [index, index + all.length] as const,
    ),
  )
  return passage.replaceAll(/[^]/g, (letter, index: number) =>
    gone.some(([from, to]) => at + index >= from && at + index < to) ? ' ' : letter,
  )
}

const has = (text: string, sign: string): boolean =>
  new RegExp(String.raw`(?<![\w.,])${patternOf(sign).source}(?![\w%]|[.,]\d)`, 'iu').test(text)
