import type { Ctx } from '#platform/act.ts'

/** Makes one record of the access matrix and gives its id; what was made before it is in `made`, by the name of its id. */
export type Maker = (ctx: Ctx, made: Record<string, string>) => Promise<string>

/** The team that holds every record of the access matrix: the all-staff team of whoever makes them. */
export const held = async (ctx: Ctx): Promise<string> =>
  (
    await ctx.db
      .selectFrom('access.team')
      .select('team_id')
      .where('code', '=', 'all-staff')
      .where('team_id', 'in', ctx.actor.team_ids)
      .executeTakeFirstOrThrow()
  ).team_id
