import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { NotAllowed, refuse } from '#platform/errors.ts'
import type { RjReferralToAdd } from './form.ts'

/** Takes a referral to the restorative justice team for somebody who was referred to the service. Gives its id. */
export async function addRjReferral(
  ctx: Ctx,
  { referral, source, received_on }: RjReferralToAdd,
): Promise<string> {
  const known = await ctx.db
    .selectFrom('referrals.referral')
    .select(['referral_id', 'person_id', 'received_on'])
    .where('reference', '=', referral)
    .executeTakeFirst()
  if (!known?.person_id) refuse('referral', 'No referral with this number names a person. Check the number')
  if (received_on < known.received_on)
    refuse('received_on', 'The day must not be before the referral to the service')
  const held_by = await restorativeTeam(ctx)
  const { rj_referral_id } = await ctx.db
    .insertInto('restorative_justice.rj_referral')
    .values({
      held_by,
      person_id: known.person_id,
      referral_id: known.referral_id,
      received_on,
      source,
      reference: sql<string>`'RW' || lpad(nextval('restorative_justice.rj_number')::text, 5, '0')`,
    })
    .returning('rj_referral_id')
    .executeTakeFirstOrThrow()
  return rj_referral_id
}

/** The actor's team for restorative justice; a provider without one has it done by its casework team. */
async function restorativeTeam(ctx: Ctx): Promise<string> {
  const teams = await ctx.db
    .selectFrom('access.team')
    .select(['team_id', 'code'])
    .where('kind', '=', 'casework')
    .where(sql<boolean>`team_id = any (access.my_teams())`)
    .orderBy('team_id')
    .execute()
  const team = teams.find(({ code }) => code === 'restorative-justice') ?? teams[0]
  if (!team)
    throw new NotAllowed('Only a team that works with people can take a restorative justice referral')
  return team.team_id
}
