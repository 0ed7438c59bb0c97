import { askFigure, hideBelow, isSmall, isTellingShare, MEASURES, measureNamed } from '#insight'
import type { Ctx } from '#platform/act.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { numberInWords } from '#platform/words/numbers.ts'
import { percentageInWords } from '#platform/words/percentages.ts'
import { periodInWords } from '#platform/words/periods.ts'
import type { FigureSource } from './queries.ts'

/** What can count a number: every measure, and each line of one whose lines have words, by its code: 'community-points:stage:registered'. */
export const COUNTED: Readonly<Record<string, string>> = Object.fromEntries(
  MEASURES.flatMap(({ name, title, dimensions }) => [
    [name, title],
    ...Object.entries(dimensions).flatMap(([dimension, { words = {} }]) =>
      Object.entries(words).map(([code, word]) => [
        `${name}:${dimension}:${code}`,
        `${title}: ${word.toLowerCase()}`,
      ]),
    ),
  ]),
)

/** What the records count for a number that was said, in words for the list of figures. */
export type CountedHere = { value: string; agrees: boolean; words: string; period: string; href: string }

/** Asks the measures that sources name, as they count now. What would tell of somebody is not said (domain reference, 10.1). */
export async function countHere(
  ctx: Ctx,
  sources: readonly FigureSource[],
): Promise<ReadonlyMap<string, CountedHere>> {
  const below = await hideBelow(ctx, 'office')
  const counted = new Map<string, CountedHere>()
  for (const { figure_source_id, figure, counted_by, counted_from, as_at_on } of sources) {
    if (!counted_by || !as_at_on) continue
    const [name = '', dimension, code] = counted_by.split(':')
    const only: Record<string, string> = dimension && code ? { [dimension]: code } : {}
    const period = { from: counted_from ?? as_at_on, to: as_at_on }
    const { value, n, definition } = await askFigure(ctx, { measure: name, by: [], only, ...period })
    const share = figure.endsWith('%') && n !== undefined
    const now = share
      ? isTellingShare(value, n, below)
        ? 'too few to say'
        : percentageInWords(value, n)
      : isSmall(value, below)
        ? `fewer than ${below}`
        : numberInWords(value)
    counted.set(figure_source_id, {
      value: now,
      agrees: now === figure,
      words: `${measureNamed(name).title}. ${definition}`,
      period: counted_from ? periodInWords(period) : `As at ${dayInWords(as_at_on)}`,
      href: `/measures/${name}?${new URLSearchParams({ ...period, ...only })}`,
    })
  }
  return counted
}
