import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { recordOutcome } from '../outcomes/record-outcome.ts'
import type { RjReferral } from '../referrals/queries.ts'
import type { Assessed, StepTaken } from './form.ts'
import { blockedBecause, STEPS } from './path.ts'

/**
 * Records a step of the path. Refuses one that is recorded already, one whose gate is closed (path.ts), and a day before the step
 * that came before. Preparation makes the referral one that is in preparation.
 */
export async function recordStep(
  ctx: Ctx,
  referral: RjReferral,
  { stage, reached_on, note }: StepTaken,
): Promise<void> {
  const { rj_referral_id, held_by, received_on, facts } = referral
  if (facts.steps[stage]) refuse('stage', 'This step is recorded already')
  const blocked = blockedBecause(stage, facts)
  if (blocked) refuse('stage', blocked)
  const earlier = [
    received_on,
    ...STEPS.slice(0, STEPS.indexOf(stage)).flatMap((before) => facts.steps[before] ?? []),
  ]
  const latest = earlier.toSorted().at(-1)!
  if (reached_on < latest)
    refuse(
      'reached_on',
      `The day must not be before ${shortDayInWords(latest)}, when the step before it was taken`,
    )
  await ctx.db
    .insertInto('restorative_justice.step')
    .values({ rj_referral_id, held_by, stage, reached_on, note })
    .execute()
  if (stage === 'preparation' && facts.outcome === null)
    await recordOutcome(ctx, referral, { outcome: 'in-preparation', close_reason: null, reached_on })
}

/** Records an assessment of one of the two people; the latest of each holds. */
export async function assessRisk(
  ctx: Ctx,
  { rj_referral_id, held_by }: RjReferral,
  assessed: Assessed,
): Promise<void> {
  await ctx.db
    .insertInto('restorative_justice.risk_assessment')
    .values({ rj_referral_id, held_by, ...assessed })
    .execute()
}

/** Signs off a sensitive or complex referral, in the actor's name. Refuses when there is nothing to sign off. */
export async function signOff(
  ctx: Ctx,
  { rj_referral_id, held_by, facts }: RjReferral,
  note: string,
): Promise<void> {
  if (!facts.harmed_person?.complex && !facts.person_responsible?.complex)
    refuse('note', 'Nobody has assessed it as sensitive or complex, so it needs no sign-off')
  await ctx.db.insertInto('restorative_justice.sign_off').values({ rj_referral_id, held_by, note }).execute()
}
