import type { Ctx } from '#platform/act.ts'
import { type Thresholds, THRESHOLDS } from '../matching/index.ts'

/**
 * How sure the comparison must be to link by itself and to ask, as log2 odds: the area's own settings (`settings.matching.link` and
 * `.review`), or the shipped ones with
 * their bound on the share expected to be wrong: an area that sets its own link threshold is held to no other.
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
    ...(link === THRESHOLDS.link ? { most_error: THRESHOLDS.most_error } : {}),
  }
}
