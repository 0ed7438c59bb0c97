import { sql } from 'kysely'
import { findDuplicatesOfPerson, recordGivenPerson, type PersonToGive } from '#people'
import type { Ctx } from '#platform/act.ts'
import { found, refuse } from '#platform/errors.ts'
import type { Risk, Tier } from '../words.ts'
import { dropGiven } from './drop-given.ts'
import type { GROUNDS_TO_GIVE, OfferAnswer } from './form.ts'

export type OfferedCase = {
  hand_over_id: string
  case_id: string
  offered_to: string
  because: string
  recorded_at: string
  from_team: string
  to_team: string
  by_name: string | null
  reference: string
  tier: Tier
  risk: Risk | null
  sensitive: boolean
  /** Set when it comes from another organisation. */
  from_organisation: string | null
  ground: keyof typeof GROUNDS_TO_GIVE | null
}

/** Offers that wait for an answer of the actor's teams, the oldest first; with an id, that one. Read from what was written for them: no name. */
export async function offersToMyTeams(ctx: Ctx, hand_over_id?: string): Promise<OfferedCase[]> {
  const { rows } = await sql<OfferedCase>`
    select h.hand_over_id, h.case_id, h.offered_to, h.because, h.recorded_at, f.name as from_team, t.name as to_team, m.name as by_name,
      h.reference, h.tier, h.risk, h.sensitive, h.ground, case when h.agreement_id is not null then o.name end as from_organisation
    from support.hand_over h
    join access.team f on f.area_id = h.area_id and f.team_id = h.held_by
    join access.organisation o on o.area_id = f.area_id and o.organisation_id = f.organisation_id
    join access.team t on t.area_id = h.area_id and t.team_id = h.offered_to
    left join access.member m on m.area_id = h.area_id and m.member_id = h.recorded_by
    where h.offered_to = any (access.my_teams()) and h.answer is null ${hand_over_id ? sql`and h.hand_over_id = ${hand_over_id}` : sql``}
    order by h.recorded_at limit 50`.execute(ctx.db)
  return rows
}

/** One offer to the actor's teams that waits for an answer, or NotFound. */
export const getOffer = async (ctx: Ctx, hand_over_id: string): Promise<OfferedCase> =>
  found((await offersToMyTeams(ctx, hand_over_id))[0], 'This hand-over')

/**
 * The receiving team's answer. Accepted, the case and everything recorded in it are held by the receiving team from now on, and wait
 * for allocation there; from another organisation, with a record of the person that is the receiver's own. Declined, it stays where it is and the team that offered is told why.
 * Gives that person's id when the receiver may hold a record of them already. Throws NotFound.
 */
export async function answerHandOver(
  ctx: Ctx,
  offer: OfferedCase,
  { answer, answer_note }: OfferAnswer,
): Promise<string | undefined> {
  if (answer === 'declined' && !answer_note)
    refuse('answer_note', 'Say why, so that they know what to do next')
  await ctx.db
    .updateTable('support.hand_over')
    .set({ answer, answer_note, answered_at: ctx.now, answered_by: ctx.actor.actor_id })
    .where('hand_over_id', '=', offer.hand_over_id)
    .execute()
  if (answer === 'declined') return undefined
  await ctx.db
    .updateTable('support.case')
    .set({ held_by: offer.offered_to, offered_to: null, allocated_to: null })
    .where('case_id', '=', offer.case_id)
    .execute()
  if (!offer.from_organisation) return undefined
  const person_id = await keepGivenPerson(ctx, offer.case_id)
  return (await findDuplicatesOfPerson(ctx, person_id)).length > 0 ? person_id : undefined
}

/** The row came with the case; from it the receiver makes a record of its own, and the case is about that. */
async function keepGivenPerson(ctx: Ctx, case_id: string): Promise<string> {
  const given = await ctx.db
    .selectFrom('support.given_person')
    .select(['person', 'code_word', 'address_protected'])
    .where('case_id', '=', case_id)
    .where('person_id', 'is not', null)
    .executeTakeFirst()
  if (!given)
    refuse('', 'Ask them to withdraw the offer and make it again: what it says of the person is old')
  const person_id = await recordGivenPerson(ctx, given as PersonToGive)
  await ctx.db.updateTable('support.case').set({ person_id }).where('case_id', '=', case_id).execute()
  await dropGiven(ctx, case_id)
  return person_id
}

/** The team that offered takes the case back: it withdraws the offer, or has read that it was declined. */
export async function withdrawHandOver(ctx: Ctx, case_id: string): Promise<void> {
  await dropGiven(ctx, case_id)
  await ctx.db
    .updateTable('support.hand_over')
    .set({ answer: 'withdrawn', answered_at: ctx.now, answered_by: ctx.actor.actor_id })
    .where('case_id', '=', case_id)
    .where('answer', 'is', null)
    .execute()
  await ctx.db
    .updateTable('support.case')
    .set({ offered_to: null })
    .where('case_id', '=', case_id)
    .where(sql<boolean>`held_by = any (access.my_teams())`)
    .execute()
}
