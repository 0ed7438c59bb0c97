import { changeAreaSettings } from '#access'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { Thresholds } from '../matching/index.ts'
import { thresholdsOf } from '../bulk-links/thresholds.ts'
import { chanceInWords } from './choices.ts'

/** Whether the actor's organisation receives the area's referrals: the one whose administrator decides how they are compared. */
export async function receivesReferrals(ctx: Ctx): Promise<boolean> {
  const area = await ctx.db
    .selectFrom('access.area')
    .select('settings')
    .where('area_id', '=', ctx.actor.area_id)
    .executeTakeFirstOrThrow()
  const { receiving_team = '' } = area.settings as { receiving_team?: string }
  const organisation = await ctx.db
    .selectFrom('access.organisation')
    .select('code')
    .where('organisation_id', '=', ctx.actor.organisation_id)
    .executeTakeFirstOrThrow()
  return receiving_team.split('/')[0] === organisation.code
}

/**
 * Sets how sure comparisons of the area must be, in log2 odds, and keeps who did so, from what and why. Links that were made and pairs that
 * were decided stay; the next comparison goes by it, within the shipped bound on the share of links expected to be wrong. Refuses an
 * administrator of another organisation than the one that receives the area's referrals.
 */
export async function changeThresholds(
  ctx: Ctx,
  { link, review, because }: Pick<Thresholds, 'link' | 'review'> & { because: string },
): Promise<void> {
  if (!(await receivesReferrals(ctx)))
    refuse(
      'link',
      "Only an administrator of the organisation that receives the area's referrals can change this",
    )
  if (review > link)
    refuse('review', 'A pair must be shown to a person from a lower chance on than it is linked from')
  const now = await thresholdsOf(ctx)
  const same = (one: number, other: number) => chanceInWords(one) === chanceInWords(other)
  if (same(now.link, link) && same(now.review, review)) refuse('link', 'This is what holds already')
  await changeAreaSettings(ctx, { matching: { link, review } })
  await ctx.db
    .insertInto('people.matching_threshold_change')
    .values({ link_was: now.link, review_was: now.review, link, review, because, changed_at: ctx.now })
    .execute()
}
