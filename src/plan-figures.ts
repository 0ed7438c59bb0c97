import type { AskedFigure, FigureSource } from '#delivery-plan'
import { askFigure, MEASURES } from '#insight'
import { numberInWords } from '#platform/words/numbers.ts'
import { percentageInWords } from '#platform/words/percentages.ts'

/** Counts from 1 to 4 are not told outside the team they are of, and no share of fewer than 10 (domain reference, 10.1; default). */
const LEAST_COUNT = 5
const LEAST_SHARED = 10
const FEW = `fewer than ${LEAST_COUNT}`

/** What the delivery plan may ask of the measures: whole-area figures, small counts protected, each with the page that explains it. */
export const planFigures: FigureSource = {
  measures: MEASURES.map(({ name, title, unit, share }) => ({
    name,
    title,
    unit,
    share: share !== undefined,
  })),
  ask: async (ctx, asked): Promise<AskedFigure> => {
    const { value, n, definition, as_at } = await askFigure(ctx, asked)
    const small = (count: number) => count > 0 && count < LEAST_COUNT
    const hidden = n === undefined ? small(value) : small(value) || small(n - value) || n < LEAST_SHARED
    return {
      printed:
        n === undefined
          ? hidden
            ? FEW
            : numberInWords(value)
          : hidden
            ? 'too few to say'
            : percentageInWords(value, n),
      measured: hidden ? null : n === undefined ? value : (value * 100) / n,
      n: n === undefined ? null : n < LEAST_SHARED ? `fewer than ${LEAST_SHARED}` : numberInWords(n),
      definition,
      as_at,
      href: `/measures/${asked.measure}?${new URLSearchParams({ from: asked.from, to: asked.to })}`,
    }
  },
}
