import { refuseWhenClosed, type CaseHead } from '#support'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { FOUR } from './change.ts'
import type { SelfAssessed } from './form.ts'
import { listSelfAssessments } from './queries.ts'

const numberOf = (score: string | null) => (score === null ? null : Number(score))

/**
 * Records what the person says of the four outcomes, 1 to 10 (MoJ framework; domain 5). There is one first and one last a case, so
 * that a change is always between the same two; a last may be given after the case closed, by a worker who rings once more.
 */
export async function recordSelfAssessment(
  ctx: Ctx,
  theCase: CaseHead,
  assessed: SelfAssessed,
): Promise<void> {
  const { stage, assessed_on } = assessed
  if (stage !== 'last') refuseWhenClosed(theCase)
  const { case_id, held_by } = theCase
  if (assessed_on < theCase.opened_on) refuse('assessed_on', 'The day must not be before the case was opened')
  const earlier = await listSelfAssessments(ctx, case_id)
  if (stage === 'first' && earlier.some((one) => one.stage === 'first'))
    refuse('stage', 'The first is recorded already. Choose a review, or the last')
  // Whoever came back answers a last again: the newest counts. Within one stretch of support there is one.
  const since = theCase.returned_on ?? theCase.opened_on
  if (stage === 'last' && earlier.some((one) => one.stage === 'last' && one.assessed_on >= since))
    refuse('stage', 'The last is recorded already')
  const scores = Object.fromEntries(FOUR.map(({ column }) => [column, numberOf(assessed[column])])) as Record<
    (typeof FOUR)[number]['column'],
    number | null
  >
  if (Object.values(scores).every((score) => score === null))
    refuse('', 'Enter at least one score. If they did not want to answer, say so when you close the case')
  await ctx.db
    .insertInto('outcomes.self_assessment')
    .values({ case_id, held_by, stage, assessed_on, scale: 10, ...scores })
    .execute()
}
