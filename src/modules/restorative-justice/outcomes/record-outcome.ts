import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { INTERVENTIONS } from '../codes.ts'
import { blockedBecause } from '../path/path.ts'
import type { RjReferral } from '../referrals/queries.ts'
import type { OutcomeReached } from './form.ts'

/**
 * Records what came of a referral. It has at most one outcome, so exactly one reason when it is closed: a new one takes the place of
 * the earlier, which is kept. An intervention needs the path before it, and is its step. Refuses the same outcome again.
 */
export async function recordOutcome(ctx: Ctx, referral: RjReferral, reached: OutcomeReached): Promise<void> {
  const { rj_referral_id, held_by, received_on, facts } = referral
  const { outcome, close_reason, reached_on } = reached
  if (outcome === facts.outcome) refuse('outcome', 'This is the outcome that is recorded')
  if (reached_on < received_on) refuse('reached_on', 'The day must not be before the referral was received')
  const withdrew = outcome === 'withdrew-or-disengaged'
  if (withdrew && !close_reason) refuse('close_reason', 'Select whether they withdrew or stopped answering')
  if (!withdrew && close_reason)
    refuse('close_reason', 'This is only for a harmed person who withdrew or stopped engaging')
  const corrects = facts.outcome !== null && facts.outcome !== 'in-preparation'
  // What another system recorded may be put right without a path that was never kept here.
  if (Object.hasOwn(INTERVENTIONS, outcome) && !corrects && !facts.steps.intervention) {
    const blocked = blockedBecause('intervention', facts)
    if (blocked) refuse('outcome', blocked)
    await ctx.db
      .insertInto('restorative_justice.step')
      .values({ rj_referral_id, held_by, stage: 'intervention', reached_on })
      .execute()
  }
  await ctx.db
    .updateTable('restorative_justice.rj_outcome')
    .set({ superseded_at: ctx.now })
    .where('rj_referral_id', '=', rj_referral_id)
    .where('superseded_at', 'is', null)
    .execute()
  await ctx.db
    .insertInto('restorative_justice.rj_outcome')
    .values({ rj_referral_id, held_by, outcome, close_reason, reached_on })
    .execute()
}
