import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'

/** Whose referral or case has this reference, of those that the actor's teams hold. A reference may be of either, so it is of no one module. */
export async function peopleByReference(ctx: Ctx, reference: string): Promise<string[]> {
  // Ours are in capitals, whatever was typed; another system's are as that system wrote them.
  const asked = [...new Set([reference.trim(), reference.trim().toUpperCase()])]
  const { rows } = await sql<{ person_id: string }>`
    select r.person_id from unnest(access.my_teams()) as team (team_id)
      join referrals.referral r on r.area_id = access.area_id() and r.held_by = team.team_id and r.reference = any (${asked}::text[])
      where r.person_id is not null
    union select c.person_id from unnest(access.my_teams()) as team (team_id)
      join support.case c on c.area_id = access.area_id() and c.held_by = team.team_id and c.reference = any (${asked}::text[])
    limit 50`.execute(ctx.db)
  return rows.map((row) => row.person_id)
}
