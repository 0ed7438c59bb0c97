import { sql } from 'kysely'
import { inForceOn, recordShare } from '#organisations'
import { personToGive } from '#people'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { refuseWhenClosed } from '../closure/refuse-when-closed.ts'
import { dropGiven } from './drop-given.ts'
import type { Offer } from './form.ts'
import { giveReferrer } from './given-referrer.ts'

/** A team that could hold the case instead, and what it takes to offer it there. */
export type TeamToOffer = {
  team_id: string
  name: string
  kind: string
  /** The actor is in it, and so answers by offering. */
  mine: boolean
  /** Another organisation's, and the agreement under which a case may be given to it. */
  organisation_name: string | null
  agreement_id: string | null
  agreement: string | null
}

/** The teams that could hold the case instead: those of the same service, and caseworkers of others where an agreement is in force. */
export async function teamsToOfferTo(
  ctx: Ctx,
  { held_by }: Pick<CaseHead, 'held_by'>,
): Promise<TeamToOffer[]> {
  const { rows } = await sql<TeamToOffer>`
    select t.team_id, t.name, t.kind, t.team_id = any (access.my_teams()) as mine, null as organisation_name, null as agreement_id, null as agreement
    from access.team t where t.organisation_id = ${ctx.actor.organisation_id} and t.kind in ('casework', 'restricted') and t.team_id <> ${held_by}
    union all
    select t.team_id, t.name, t.kind, false, o.name, a.agreement_id, a.reference
    from access.organisation o
    join access.team t on t.area_id = o.area_id and t.organisation_id = o.organisation_id and t.kind = 'casework'
    cross join lateral (select a.agreement_id, a.reference from organisations.agreement a
      where a.area_id = o.area_id and a.given_by = ${ctx.actor.organisation_id} and a.received_by = o.organisation_id and ${inForceOn(ctx.today)}
      order by a.in_force_from desc, a.agreement_id limit 1) a
    where o.kind = 'provider' and o.organisation_id <> ${ctx.actor.organisation_id}
    order by organisation_name nulls first, name`.execute(ctx.db)
  return rows
}

/**
 * Offers a case to another team (decision 2: a hand-over is offered by one team and accepted by the other). Who is in both teams has
 * answered by offering: the case moves at once. To another organisation it is offered under an agreement and on a recorded ground, counted
 * there, and who the person is goes along with the case. Gives whether it moved.
 */
export async function offerHandOver(
  ctx: Ctx,
  theCase: CaseHead,
  { offered_to, because, ground, ground_note }: Offer,
): Promise<boolean> {
  refuseWhenClosed(theCase)
  if (theCase.offer) refuse('', 'The case is offered already. Withdraw that offer first')
  const team = (await teamsToOfferTo(ctx, theCase)).find((one) => one.team_id === offered_to)
  if (!team) refuse('offered_to', 'Select one of the teams listed')
  const { case_id, held_by, reference, tier, risk, sensitive } = theCase
  const { agreement_id } = team
  if (agreement_id && !ground) refuse('ground', 'Select on what ground it is given to another organisation')
  if (agreement_id && !ground_note)
    refuse('ground_note', 'Enter when and how they agreed, or which law and why')
  await ctx.db
    .insertInto('support.hand_over')
    .values({
      case_id,
      held_by,
      person_id: theCase.person_id,
      offered_to,
      because,
      reference,
      tier,
      risk,
      sensitive,
      ...(agreement_id ? { agreement_id, ground, ground_note } : {}),
      ...(team.mine ? { answer: 'accepted', answered_at: ctx.now, answered_by: ctx.actor.actor_id } : {}),
    })
    .execute()
  if (agreement_id) {
    await dropGiven(ctx, case_id)
    const { person_id } = theCase
    const { person, held_by: person_held_by, ...more } = await personToGive(ctx, person_id)
    await ctx.db
      .insertInto('support.given_person')
      .values({ case_id, held_by, person_id, person_held_by, person: JSON.stringify(person), ...more })
      .execute()
    await giveReferrer(ctx, theCase)
    await recordShare(ctx, { agreement_id, held_by, record_id: case_id })
  }
  await ctx.db
    .updateTable('support.case')
    .set(team.mine ? { held_by: offered_to, allocated_to: null } : { offered_to })
    .where('case_id', '=', case_id)
    .execute()
  return team.mine
}
