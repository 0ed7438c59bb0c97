import type { Ctx } from '#platform/act.ts'
import { NotAllowed } from '#platform/errors.ts'
import type { PersonToRecord } from '../bulk/person-to-record.ts'
import { recordPeople } from '../bulk/record-people.ts'

/** Records one person and gives their id. Held by the team of all staff of the actor's organisation unless told. */
export async function recordPerson(
  ctx: Ctx,
  person: Omit<PersonToRecord, 'held_by'> & { held_by?: string | undefined },
): Promise<string> {
  const held_by = person.held_by ?? (await allStaffTeam(ctx))
  const [person_id] = await recordPeople(ctx, [{ ...person, held_by }])
  return person_id!
}

/** The actor's team of all staff, which holds an organisation's people and referrals. Throws NotAllowed for who is in none. */
export async function allStaffTeam(ctx: Ctx): Promise<string> {
  const team = await ctx.db
    .selectFrom('access.team')
    .select('team_id')
    .where('kind', '=', 'all_staff')
    .where('organisation_id', '=', ctx.actor.organisation_id)
    .where('team_id', 'in', ctx.actor.team_ids.length ? ctx.actor.team_ids : [ctx.actor.actor_id])
    .executeTakeFirst()
  if (!team) throw new NotAllowed('Only staff of a service can record a person')
  return team.team_id
}
