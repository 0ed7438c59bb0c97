import { type ReferralSender, senderOf, senderSeenBy, type SentReferral } from '#referrals'
import type { Ctx } from '#platform/act.ts'
import type { CaseHead } from '../cases/get-case.ts'

type OfCase = Pick<CaseHead, 'case_id' | 'held_by' | 'referral_id'>

/** Writes for the service that a case is offered to who referred the person, so that it can tell them when the work ends. */
export async function giveReferrer(ctx: Ctx, { case_id, held_by, referral_id }: OfCase): Promise<void> {
  const sender = await senderOf(ctx, referral_id)
  if (!sender) return
  const { told_at_close: _, ...referral } = sender
  await ctx.db
    .insertInto('support.given_referrer')
    .values({ ...referral, case_id, held_by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Who referred the person of a case: told by the referral, or by the service that gave the case with it. */
export async function referrerOf(
  ctx: Ctx,
  { case_id, held_by, referral_id }: OfCase,
): Promise<ReferralSender | undefined> {
  const sender = await senderOf(ctx, referral_id)
  if (sender) return sender
  const given: SentReferral | undefined = await ctx.db
    .selectFrom('support.given_referrer')
    .select([
      'name',
      'team_id',
      'referral_id',
      'reference',
      'sent_on',
      'file_name',
      'row_number',
      'victim_number',
      'occurrence_number',
    ])
    .where('case_id', '=', case_id)
    .executeTakeFirst()
  return given && senderSeenBy(ctx, given, held_by)
}
