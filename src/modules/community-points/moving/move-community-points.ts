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

/** Loads Community Points with the stages they reached and, where the list said, since when; a row is one step of one. Every row is answered for. */
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
    select distinct on (community_point_id) community_point_id, $2::uuid, name, district, coalesce(sites, 1) from moved order by community_point_id, row
    on conflict do nothing returning community_point_id
  ), ready as materialized (
    select m.* from moved m where exists (select from new_point n where n.community_point_id = m.community_point_id)
      or exists (select from community_points.community_point p where p.area_id = access.area_id() and p.community_point_id = m.community_point_id)
  ), new_stage as (
    -- Steps of one day stay in the order in which the list has them.
    insert into community_points.stage (stage_id, community_point_id, held_by, stage, reached_on, recorded_at)
    select stage_id, community_point_id, $2::uuid, stage, reached_on, now() + row * interval '1 microsecond' from ready
    on conflict do nothing returning stage_id
  )
  select m.row, n.stage_id is not null as loaded, ready.stage_id is not null as there,
    'Another Community Point in ' || m.district || ' has this name' as reason
  from moved m left join new_stage n using (stage_id) left join ready using (stage_id)`
