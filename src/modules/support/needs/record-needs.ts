import { NEEDS, type Need } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { refuseWhenClosed } from '../closure/refuse-when-closed.ts'
import type { NeedsAssessed } from './form.ts'

const numberOf = (score: string | null) => (score === null ? null : Number(score))

/**
 * Records what the worker and the person say of the eight categories (MoJ framework; domain 5), each score apart. What was not asked
 * is left out; nothing answered at all is refused.
 */
export async function recordNeeds(ctx: Ctx, theCase: CaseHead, assessed: NeedsAssessed): Promise<void> {
  refuseWhenClosed(theCase)
  const { case_id, held_by } = theCase
  if (assessed.assessed_on < theCase.opened_on)
    refuse('assessed_on', 'The day must not be before the case was opened')
  const scores = (Object.keys(NEEDS) as Need[])
    .map((need) => ({
      need,
      worker_score: numberOf(assessed[`${need}_worker`]),
      person_score: numberOf(assessed[`${need}_person`]),
    }))
    .filter(({ worker_score, person_score }) => worker_score !== null || person_score !== null)
  if (scores.length === 0) refuse('', 'Score at least one need. A need they do not have now scores 0')
  await ctx.db
    .insertInto('support.need_score')
    .values(
      scores.map((one) => ({
        case_id,
        held_by,
        stage: assessed.stage,
        assessed_on: assessed.assessed_on,
        ...one,
      })),
    )
    .execute()
}
