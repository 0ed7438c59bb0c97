import type { Ctx } from '#platform/act.ts'
import type { CommunityPoint } from './queries.ts'

/** Records how many sites a point has now; what it had before is kept with the changes. */
export async function recordSites(
  ctx: Ctx,
  { community_point_id }: CommunityPoint,
  sites: number,
): Promise<void> {
  await ctx.db
    .updateTable('community_points.community_point')
    .set({ sites })
    .where('community_point_id', '=', community_point_id)
    .execute()
}
