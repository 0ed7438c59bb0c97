import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'

/** The actor's team of the Commissioner's office, which holds what the office writes, decides and publishes. Refuses whoever is in none. */
export async function officeTeam(ctx: Ctx): Promise<string> {
  const team = await ctx.db
    .selectFrom('access.team')
    .select('team_id')
    .where(sql<boolean>`team_id = any (${ctx.actor.team_ids}::uuid[])`)
    .where('organisation_id', '=', ctx.actor.organisation_id)
    .where('kind', '=', 'office')
    .orderBy('code')
    .executeTakeFirst()
  return team ? team.team_id : refuse('', "Only somebody in a team of the Commissioner's office can do this")
}
