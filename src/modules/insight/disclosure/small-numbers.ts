import type { Ctx } from '#platform/act.ts'

/** Whom a figure is printed for, beyond the provider whose own it is. */
export type Audience = 'office' | 'public'

/** Counts from 1 up to, and without, these are hidden where the area has set nothing else (domain reference, 10.1; default). */
const HIDE_BELOW: Readonly<Record<Audience, number>> = { office: 5, public: 10 }

/** Of fewer than these no share is printed (domain reference, 10.1). */
export const LEAST_SHARED = 10

/** What stands where a count is too small to be printed, and what a reader is told that it means. */
export const CONFIDENTIAL = '[c]'
export const CONFIDENTIAL_WORDS = 'too small to be shown without telling about a person'

/** Whether a count would tell about somebody. */
export const isSmall = (count: number, hide_below: number): boolean => count > 0 && count < hide_below

/**
 * Whether a share would: of few, or of many where those who are in it, or those who are not, are few. Nothing is hidden where `hide_below` is
 * 0. A share of nobody tells nothing.
 */
export const isTellingShare = (part: number, whole: number, hide_below: number): boolean =>
  hide_below > 0 &&
  whole > 0 &&
  (whole < LEAST_SHARED || isSmall(part, hide_below) || isSmall(whole - part, hide_below))

/** Below which number counts are hidden from this audience: what the area has set (`settings.small_numbers`, 0 for none), or what is usual. */
export async function hideBelow(ctx: Ctx, audience: Audience): Promise<number> {
  const { settings } = await ctx.db
    .selectFrom('access.area')
    .select('settings')
    .where('area_id', '=', ctx.actor.area_id)
    .executeTakeFirstOrThrow()
  const own = (settings as { small_numbers?: Partial<Record<Audience, unknown>> }).small_numbers?.[audience]
  return Number.isInteger(own) && Number(own) >= 0 ? Number(own) : HIDE_BELOW[audience]
}

/** Below which number counts are hidden in a paper that the public reads, a provider's own too: the larger of what holds for the office and the public. */
export const hideFromPublic = async (ctx: Ctx): Promise<number> =>
  Math.max(await hideBelow(ctx, 'office'), await hideBelow(ctx, 'public'))
