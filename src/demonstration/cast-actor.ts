import { areaActor } from '#access'
import { type Act, type Actor, newId } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'

/** One of the cast as the one who acts, with their own teams and roles. Throws when the area has nobody of that name. */
export async function castActor(pools: Pools, act: Act, area: string, name: string): Promise<Actor> {
  const { receiving_team_id: _, ...platform } = await areaActor(pools, area)
  return act(platform, { visit_id: newId(), query: {} }, async (ctx) => {
    const member = await ctx.db
      .selectFrom('access.member as m')
      .innerJoin('access.organisation as o', (join) =>
        join.onRef('o.area_id', '=', 'm.area_id').onRef('o.organisation_id', '=', 'm.organisation_id'),
      )
      .select([
        'm.member_id',
        'm.name',
        'm.roles',
        'm.organisation_id',
        'o.name as organisation_name',
        'o.kind as organisation_kind',
      ])
      .where('m.name', '=', name)
      .executeTakeFirst()
    if (!member) throw new Error(`The cast of ${area} has nobody called ${name}`)
    const teams = await ctx.db
      .selectFrom('access.membership')
      .select('team_id')
      .where('member_id', '=', member.member_id)
      .execute()
    const { member_id, ...known } = member
    return { ...platform, ...known, actor_id: member_id, team_ids: teams.map(({ team_id }) => team_id) }
  })
}
