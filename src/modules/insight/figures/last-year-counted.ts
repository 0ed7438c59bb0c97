import { addDays, performanceYearOf } from '#reference'
import type { Ctx } from '#platform/act.ts'
import type { Period } from '../measures/index.ts'
import { type Asked, askFigure, type Figure } from './ask-figure.ts'

const YEARS_BACK = 20

/**
 * The latest performance year before the period asked in which this counts something; null when the period itself does, or none of the
 * twenty years before does. What counts pairs of events may count some over twenty years and none in any one of them: null too. So a reader who opens a measure of records that ended is not left with a nought.
 */
export async function lastYearCounted(ctx: Ctx, asked: Asked, figure: Figure): Promise<Period | null> {
  // A line asked by itself is told in its table alone.
  if (figure.value > 0 || figure.n || Object.keys(asked.only ?? {}).length > 0) return null
  const counts = async (period: Period) => {
    const { value, n } = await askFigure(ctx, { ...asked, ...period, by: [] })
    return value > 0 || Boolean(n)
  }
  let year = performanceYearOf(addDays(asked.from, -1))
  const from = `${Number(year.from.slice(0, 4)) - YEARS_BACK}-04-01`
  if (!(await counts({ from, to: year.to }))) return null
  for (; year.from >= from; year = performanceYearOf(addDays(year.from, -1)))
    if (await counts(year)) return year
  return null
}
