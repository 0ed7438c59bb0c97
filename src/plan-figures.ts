import type { AskedFigure, FigureSource } from '#delivery-plan'
import { askFigure, MEASURES } from '#insight'
import { numberInWords } from '#platform/words/numbers.ts'
import { percentageInWords } from '#platform/words/percentages.ts'

/** Counts from 1 to 4 are not told outside the team they are of, and no share of fewer than 10 (domain reference, 10.1; default). */
const LEAST_COUNT = 5
const LEAST_SHARED = 10
/** Lines of a measure that are a figure of their own: registered Community Points, conferences held. */
const LINES = ['stage', 'outcome']
const FEW = `fewer than ${LEAST_COUNT}`

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
    const small = (count: number) => count > 0 && count < LEAST_COUNT
    const hidden = n === undefined ? small(value) : small(value) || small(n - value) || n < LEAST_SHARED
    const count = hidden ? FEW : numberInWords(value)
    return {
      printed: n === undefined ? count : hidden ? 'too few to say' : percentageInWords(value, n),
      measured: hidden ? null : n === undefined ? value : (value * 100) / n,
      n: n === undefined ? null : n < LEAST_SHARED ? `fewer than ${LEAST_SHARED}` : numberInWords(n),
      definition,
      as_at,
      href: `/measures/${name}?${new URLSearchParams({ from, to, ...only })}`,
    }
  },
}
