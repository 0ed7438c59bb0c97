import { districtsOfForce } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { NotAllowed, refuse } from '#platform/errors.ts'
import type { PointToAdd } from './form.ts'

/** Adds an organisation that was engaged; held by all staff of the actor's organisation. Refuses one that is there under the same name. */
export async function addPoint(ctx: Ctx, { name, district, reached_on }: PointToAdd): Promise<string> {
  const team = await ctx.db
    .selectFrom('access.team')
    .select('team_id')
    .where('kind', '=', 'all_staff')
    .where('organisation_id', '=', ctx.actor.organisation_id)
    .executeTakeFirst()
  if (!team || !ctx.actor.team_ids.includes(team.team_id)) throw new NotAllowed()
  const held_by = team.team_id
  // Counts by district need its name as everyone writes it.
  const districts = await districtsOf(ctx)
  if (districts.length > 0 && !districts.includes(district))
    refuse('district', 'Select the district from the list')
  const there = await ctx.db
    .selectFrom('community_points.community_point')
    .select('community_point_id')
    .where('held_by', '=', held_by)
    .where('name', '=', name)
    .where('district', '=', district)
    .executeTakeFirst()
  if (there) refuse('name', `${name} in ${district} is on the list already`)
  const { community_point_id } = await ctx.db
    .insertInto('community_points.community_point')
    .values({ held_by, name, district })
    .returning('community_point_id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('community_points.stage')
    .values({ community_point_id, held_by, stage: 'engaged', reached_on })
    .execute()
  return community_point_id
}

/** Where an organisation can work: the area's districts by name, and the county; none where the area's districts are not held, and any will do. */
export async function districtsOf(ctx: Ctx): Promise<string[]> {
  const { force_code } = await ctx.db
    .selectFrom('access.area')
    .select('force_code')
    .where('area_id', '=', ctx.actor.area_id)
    .executeTakeFirstOrThrow()
  const names = districtsOfForce(force_code).map(({ lad_name }) => lad_name)
  return names.length > 0 ? [...names, 'County wide'] : []
}
