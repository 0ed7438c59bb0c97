import type { AskedFigure, FigureSource } from '#delivery-plan'
import { askFigure, hideBelow, isSmall, isTellingShare, LEAST_SHARED, MEASURES } from '#insight'
import { numberInWords } from '#platform/words/numbers.ts'
import { percentageInWords } from '#platform/words/percentages.ts'

/** Lines of a measure that are a figure of their own: registered Community Points, conferences held. */
const LINES = ['stage', 'outcome']

/** What the delivery plan may ask of the measures: whole-area figures, small counts protected, each with the page that explains it. */
export const planFigures: FigureSource = {
  measures: MEASURES.flatMap(({ name, title, unit, share, dimensions }) => [
    { name, title, unit, share: share !== undefined },
    ...LINES.flatMap((dimension) =>
      Object.entries(dimensions[dimension]?.words ?? {}).map(([code, words]) => ({
        name: `${name}:${dimension}:${code}`,
        title: `${title}: ${words.toLowerCase()}`,
        unit,
        share: share !== undefined,
      })),
    ),
  ]),
  ask: async (ctx, { measure, from, to }): Promise<AskedFigure> => {
    const [name = '', dimension, code] = measure.split(':')
    const only: Record<string, string> = dimension && code ? { [dimension]: code } : {}
    const { value, n, definition, as_at } = await askFigure(ctx, { measure: name, from, to, only })
    const below = await hideBelow(ctx, 'office')
    const hidden = n === undefined ? isSmall(value, below) : isTellingShare(value, n, below)
    const few = n !== undefined && below > 0 && isSmall(n, LEAST_SHARED)
    const count = hidden ? `fewer than ${below}` : numberInWords(value)
    return {
      printed: n === undefined ? count : hidden ? 'too few to say' : percentageInWords(value, n),
      measured: hidden || n === 0 ? null : n === undefined ? value : (value * 100) / n,
      n: n === undefined ? null : few ? `fewer than ${LEAST_SHARED}` : numberInWords(n),
      definition,
      as_at,
      href: `/measures/${name}?${new URLSearchParams({ from, to, ...only })}`,
    }
  },
}
