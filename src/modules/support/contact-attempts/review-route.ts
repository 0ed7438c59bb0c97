import { safeContact } from '#people'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { refuseWhenClosed } from '../closure/refuse-when-closed.ts'
import type { RouteReview } from './form.ts'
import { keepNextStep } from './keep-next-step.ts'

/**
 * Records what was found about a doubtful way of contact, or that there is none: attempts go on from then, or end (domain 4.3). Refuses to say
 * that there is a safe way while the one door allows none: the next attempt could not be made.
 */
export async function reviewRoute(
  ctx: Ctx,
  theCase: CaseHead,
  { found, finding }: RouteReview,
): Promise<void> {
  refuseWhenClosed(theCase)
  const { case_id, held_by, person_id, sensitive } = theCase
  const { channels } = await safeContact(ctx, person_id, { sensitive })
  if (found === 'safe-way' && !Object.values(channels).some((channel) => channel.allowed))
    refuse(
      'found',
      'No way of contact is marked as safe yet. See and change ways of contact first: what you typed here is kept',
    )
  await ctx.db.insertInto('support.route_review').values({ case_id, held_by, found, finding }).execute()
  await keepNextStep(ctx, case_id)
}
