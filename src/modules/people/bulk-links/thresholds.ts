import type { Ctx } from '#platform/act.ts'
import { type Thresholds, THRESHOLDS } from '../matching/index.ts'

/**
 * How sure the comparison must be to link by itself and to ask, as log2 odds: the area's own settings (`settings.matching.link` and
 * `.review`, changed on /people/matching), or the shipped ones. The shipped bound on the share of links expected to be wrong holds for every area.
 */
export async function thresholdsOf(ctx: Ctx): Promise<Thresholds> {
  const { settings } = await ctx.db
    .selectFrom('access.area')
    .select('settings')
    .where('area_id', '=', ctx.actor.area_id)
    .executeTakeFirstOrThrow()
  const own = (settings as { matching?: { link?: unknown; review?: unknown } }).matching ?? {}
  const link = typeof own.link === 'number' ? own.link : THRESHOLDS.link
  const review = typeof own.review === 'number' ? own.review : THRESHOLDS.review
  return {
    link,
    review: Math.min(review, link),
    most_error: THRESHOLDS.most_error,
  }
}
