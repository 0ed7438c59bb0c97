import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { refuseWhenClosed } from '../closure/refuse-when-closed.ts'
import type { Offer } from './form.ts'

/** The teams of the same service that could hold the case instead: casework and restricted ones. */
export const teamsToOfferTo = (ctx: Ctx, { held_by }: Pick<CaseHead, 'held_by'>) =>
  ctx.db
    .selectFrom('access.team')
    .select(['team_id', 'name', 'kind', sql<boolean>`team_id = any (access.my_teams())`.as('mine')])
    .where('organisation_id', '=', ctx.actor.organisation_id)
    .where('kind', 'in', ['casework', 'restricted'])
    .where('team_id', '<>', held_by)
    .orderBy('name')
    .execute()

/**
 * Offers a case to another team of the service (decision 2: a hand-over is offered by one team and accepted by the other). Who is in
 * both teams has answered by offering: the case moves at once. Gives whether it moved.
 */
export async function offerHandOver(
  ctx: Ctx,
  theCase: CaseHead,
  { offered_to, because }: Offer,
): Promise<boolean> {
  refuseWhenClosed(theCase)
  if (theCase.offer) refuse('', 'The case is offered already. Withdraw that offer first')
  const team = (await teamsToOfferTo(ctx, theCase)).find((one) => one.team_id === offered_to)
  if (!team) refuse('offered_to', 'Select one of the teams listed')
  const { case_id, held_by } = theCase
  await ctx.db
    .insertInto('support.hand_over')
    .values({
      case_id,
      held_by,
      offered_to,
      because,
      ...(team.mine ? { answer: 'accepted', answered_at: ctx.now, answered_by: ctx.actor.actor_id } : {}),
    })
    .execute()
  await ctx.db
    .updateTable('support.case')
    .set(team.mine ? { held_by: offered_to, allocated_to: null } : { offered_to })
    .where('case_id', '=', case_id)
    .execute()
  return team.mine
}
