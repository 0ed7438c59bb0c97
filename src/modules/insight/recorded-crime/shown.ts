import type { CellValue } from '#platform/tables/table.ts'
import { numberInWords } from '#platform/words/numbers.ts'
import type { Figure } from '../figures/ask-figure.ts'
import { CONFIDENTIAL, CONFIDENTIAL_WORDS, LEAST_SHARED } from '../disclosure/small-numbers.ts'
import { figureTable } from '../figures/figure-table.ts'

/** What stands for a percentage above nought that its decimals cannot show. */
export const LOW = '[low]'
export const SYMBOLS = {
  [CONFIDENTIAL]: CONFIDENTIAL_WORDS,
  [LOW]: 'above nought, and too small to be shown as a percentage',
}

/** A count as it may be printed: the number, or CONFIDENTIAL. */
export type Shown = number | string
/** '1,234', or the symbol that stands for it. */
export const shownInWords = (count: Shown): string =>
  typeof count === 'number' ? numberInWords(count) : count
/** A figure as it may be printed: each line's count by its place, and the whole. */
export type ShownFigure = {
  lines: readonly { at: readonly string[]; count: Shown }[]
  of: (...at: string[]) => Shown
  total: Shown
}

/** What may be printed of a figure by these dimensions; a line that is not there counts 0. */
export function shown(figure: Figure, by: readonly string[], threshold: number): ShownFigure {
  const whole = figureTable({ ...figure, by: undefined }, threshold)
  const { rows } = figureTable(figure, threshold)
  const counts = new Map<string, Shown>()
  const lines = (figure.by ?? []).map((line, index) => {
    const at = by.map((name) => String(line[name]))
    const count = (rows[index]?.value ?? CONFIDENTIAL) as Shown
    counts.set(JSON.stringify(at), count)
    return { at, count }
  })
  return { lines, of: (...at) => counts.get(JSON.stringify(at)) ?? 0, total: whole.rows[0]!.value as Shown }
}

/** A share as it may be printed, in per cent: hidden where either count is, or where fewer than ten are what it is of (domain reference, 10.1). */
export function share(part: Shown, whole: Shown, { places = 2, low = true } = {}): CellValue {
  if (typeof part !== 'number' || typeof whole !== 'number' || (whole < LEAST_SHARED && whole > 0))
    return CONFIDENTIAL
  if (whole === 0) return null
  const percent = Number(((part * 100) / whole).toFixed(places))
  return low && part > 0 && percent === 0 ? LOW : percent
}
