import type { Ctx } from '#platform/act.ts'
import { landRows, type Landed, type Numbered } from '#platform/database/land-rows.ts'

/** A Community Point as another system listed it, at the stage it had reached. */
export type MovedCommunityPoint = Numbered & {
  community_point_id: string
  stage_id: string
  name: string
  district: string
  stage: string
  reached_on: string | null
  sites: number | null
}

/** Loads Community Points, each with the stage it had reached and, where the list said, since when. Every row is answered for. */
export const moveCommunityPoints = (
  ctx: Ctx,
  held_by: string,
  rows: readonly MovedCommunityPoint[],
): Promise<Landed> => landRows(ctx, INSERT, rows, [held_by])

const INSERT = `
  with moved as materialized (
    select * from json_to_recordset($1::json) as m (row int, community_point_id uuid, stage_id uuid, name text, district text, stage text,
      reached_on date, sites int)
  ), new_point as (
    insert into community_points.community_point (community_point_id, held_by, name, district, sites)
    select community_point_id, $2::uuid, name, district, coalesce(sites, 1) from moved on conflict do nothing returning community_point_id
  ), stage as (
    insert into community_points.stage (stage_id, community_point_id, held_by, stage, reached_on)
    select m.stage_id, m.community_point_id, $2::uuid, m.stage, m.reached_on from moved m join new_point using (community_point_id)
  )
  select m.row, n.community_point_id is not null as loaded, other.community_point_id is null as there,
    'Another Community Point in ' || m.district || ' has this name' as reason
  from moved m left join new_point n using (community_point_id)
  left join community_points.community_point other on other.area_id = access.area_id() and other.held_by = $2::uuid and other.name = m.name
    and other.district = m.district and other.community_point_id <> m.community_point_id`
