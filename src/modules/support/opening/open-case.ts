import { sql } from 'kysely'
import { getPerson, isChild } from '#people'
import type { Ctx } from '#platform/act.ts'
import { found, refuse } from '#platform/errors.ts'
import { keepNextStep } from '../contact-attempts/keep-next-step.ts'
import type { EnhancedReason, Tier } from '../words.ts'
import { enhancedReasons } from './enhanced-reasons.ts'

export type CaseToOpen = {
  person_id: string
  /** The accepted referral that it answers; none for somebody who came by another way. */
  referral_id?: string | undefined
  /** A casework or restricted team that the actor is in. */
  held_by: string
  tier: Tier
  /** What the worker adds to what follows from the referral. */
  enhanced_reasons?: readonly EnhancedReason[]
  sensitive?: boolean
  /** The actor takes it, having said that they know neither the person nor anybody linked to the case; else it waits for allocation. */
  take_it?: boolean
  follows_case_id?: string | undefined
}

/**
 * Opens a case and gives its id, with the first attempt to make contact as its first task (domain 4.4). Refuses a referral that was
 * not accepted (domain 3.3), one that has a case already, and a team that the actor may not open cases for.
 */
export async function openCase(ctx: Ctx, wanted: CaseToOpen): Promise<string> {
  // Of two workers who open the same referral in the same moment, the second reads what the first did.
  if (wanted.referral_id)
    await sql`select pg_advisory_xact_lock(hashtextextended(${wanted.referral_id}, 700))`.execute(ctx.db)
  const referral = wanted.referral_id ? await acceptedReferral(ctx, wanted.referral_id) : undefined
  if (referral && referral.person_id !== wanted.person_id)
    refuse('', 'This referral is about somebody else. Open the case from the referral')
  const person = await getPerson(ctx, wanted.person_id)
  await refuseOtherTeams(ctx, wanted.held_by)
  const derived = enhancedReasons(
    referral && { ...referral, on: referral.reported_on ?? referral.received_on },
    person.date_of_birth,
  )
  const { case_id } = await ctx.db
    .insertInto('support.case')
    .values({
      held_by: wanted.held_by,
      person_id: wanted.person_id,
      referral_id: wanted.referral_id ?? null,
      reference: sql<string>`'W' || lpad(nextval('support.case_number')::text, 6, '0')`,
      opened_on: ctx.today,
      received_on: referral?.received_on ?? null,
      tier: wanted.tier,
      allocated_to: wanted.take_it ? ctx.actor.actor_id : null,
      sensitive:
        Boolean(wanted.sensitive || person.sensitive || referral?.domestic || referral?.sexual) ||
        isChild(person.date_of_birth, ctx.today),
      enhanced_reasons: [...new Set([...derived, ...(wanted.enhanced_reasons ?? [])])],
      follows_case_id: wanted.follows_case_id ?? null,
    })
    .returning('case_id')
    .executeTakeFirstOrThrow()
  if (wanted.take_it)
    await ctx.db
      .insertInto('support.allocation')
      .values({
        case_id,
        held_by: wanted.held_by,
        allocated_to: ctx.actor.actor_id,
        knows_person: 'no',
        answered_at: ctx.now,
        recorded_at: ctx.now,
      })
      .execute()
  await keepNextStep(ctx, case_id)
  return case_id
}

/** The referral, accepted and without a case, or a refusal that says why not. */
export async function acceptedReferral(ctx: Ctx, referral_id: string) {
  const referral = found(
    await ctx.db
      .selectFrom('referrals.referral as r')
      .select([
        'r.referral_id',
        'r.person_id',
        'r.reference',
        'r.received_on',
        'r.reported_on',
        'r.offence_text',
        'r.domestic',
        'r.sexual',
        'r.hate_strand',
        'r.result',
      ])
      .select((eb) =>
        eb
          .selectFrom('support.case as c')
          .whereRef('c.area_id', '=', 'r.area_id')
          .whereRef('c.referral_id', '=', 'r.referral_id')
          .select('c.reference')
          .limit(1)
          .as('case_reference'),
      )
      .where('r.referral_id', '=', referral_id)
      .executeTakeFirst(),
    'This referral',
  )
  if (referral.result !== 'accepted')
    refuse('', 'Only an accepted referral can become a case. Release or close it on the referral first')
  if (referral.case_reference) refuse('', `This referral has a case already: ${referral.case_reference}`)
  return referral
}

/** The teams for which the actor may open a case: casework teams first, then restricted ones. */
export const myCaseTeams = (ctx: Ctx) =>
  ctx.db
    .selectFrom('access.team')
    .select(['team_id', 'name', 'kind'])
    .where(sql<boolean>`team_id = any (access.my_teams())`)
    .where('kind', 'in', ['casework', 'restricted'])
    .orderBy('kind')
    .orderBy('team_id')
    .execute()

async function refuseOtherTeams(ctx: Ctx, held_by: string) {
  const teams = await myCaseTeams(ctx)
  if (!teams.some((team) => team.team_id === held_by)) refuse('held_by', 'Select a team that you are in')
}
