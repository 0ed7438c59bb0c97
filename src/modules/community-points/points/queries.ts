import { sql } from 'kysely'
import { addDays, addMonths, type Day } from '#reference'
import { type Ctx, isId } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import { isStage, type Stage } from '../stages.ts'
import { MONTHS_REGISTERED } from './renewal.ts'

export type CommunityPoint = {
  community_point_id: string
  held_by: string
  name: string
  district: string
  sites: number
  /** The stage it is at now, and since when; null when that was not recorded. */
  stage: Stage
  reached_on: Day | null
}
export type StageReached = {
  stage: Stage
  reached_on: Day | null
  recorded_at: Date
  recorded_by: string | null
}

/** The stage a point is at: the latest by the day it was reached; what has no day was reached before all that has. */
const now = sql`cross join lateral (select s.stage, s.reached_on from community_points.stage s
  where s.area_id = p.area_id and s.community_point_id = p.community_point_id
  order by s.reached_on desc nulls last, s.recorded_at desc, s.stage_id desc limit 1) s`

export type PointFilter = {
  stage: Stage | undefined
  district: string | undefined
  renewal: boolean
  after: string | undefined
}
export const POINTS_PAGE = 50

/** What an address asks for; anything else in it is left out. */
export const pointFilter = (query: Record<string, string>): PointFilter => ({
  stage: isStage(query.stage ?? '') ? (query.stage as Stage) : undefined,
  district: query.district || undefined,
  renewal: query.renewal === 'due',
  after: isId(query.after ?? '') ? query.after : undefined,
})

/** Points by district and name: POINTS_PAGE, and one more when there are others after them. */
export async function listPoints(
  ctx: Ctx,
  { stage, district, renewal, after }: PointFilter,
): Promise<CommunityPoint[]> {
  // Registered on or before this day, a renewal is due within sixty days, or late.
  const registeredBy = addMonths(addDays(ctx.today, 60), -MONTHS_REGISTERED)
  const { rows } = await sql<CommunityPoint>`
    select p.community_point_id, p.held_by, p.name, p.district, p.sites, s.stage, s.reached_on
    from community_points.community_point p ${now}
    where true ${stage ? sql`and s.stage = ${stage}` : sql``} ${district ? sql`and p.district = ${district}` : sql``}
      ${renewal ? sql`and s.stage = 'registered' and s.reached_on <= ${registeredBy}::date` : sql``}
      ${
        after
          ? sql`and (p.district, p.name, p.community_point_id) > (select a.district, a.name, a.community_point_id
        from community_points.community_point a where a.community_point_id = ${after}::uuid)`
          : sql``
      }
    order by p.district, p.name, p.community_point_id limit ${sql.lit(POINTS_PAGE + 1)}`.execute(ctx.db)
  return rows
}

export type DistrictCount = { district: string } & Record<Stage | 'sites', number>

/** How many points of each district are at each stage, and the sites of those that are registered. */
export async function countByDistrict(ctx: Ctx): Promise<DistrictCount[]> {
  const { rows } = await sql<DistrictCount>`
    select p.district, count(*) filter (where s.stage = 'engaged')::int as engaged, count(*) filter (where s.stage = 'applied')::int as applied,
      count(*) filter (where s.stage = 'registered')::int as registered, count(*) filter (where s.stage = 'lapsed')::int as lapsed,
      coalesce(sum(p.sites) filter (where s.stage = 'registered'), 0)::int as sites
    from community_points.community_point p ${now} group by p.district order by p.district = 'County wide', p.district`.execute(
    ctx.db,
  )
  return rows
}

/** One point as it is now, or NotFound. */
export async function getPoint(ctx: Ctx, community_point_id: string): Promise<CommunityPoint> {
  const { rows } = await sql<CommunityPoint>`
    select p.community_point_id, p.held_by, p.name, p.district, p.sites, s.stage, s.reached_on
    from community_points.community_point p ${now} where p.community_point_id = ${community_point_id}::uuid`.execute(
    ctx.db,
  )
  return found(rows[0], 'This Community Point')
}

/** Every stage it reached, the latest first. */
export async function stagesOf(ctx: Ctx, community_point_id: string): Promise<StageReached[]> {
  const { rows } = await sql<StageReached>`
    select s.stage, s.reached_on, s.recorded_at, m.name as recorded_by from community_points.stage s
    left join access.member m on m.area_id = s.area_id and m.member_id = s.recorded_by
    where s.community_point_id = ${community_point_id}::uuid
    order by s.reached_on desc nulls last, s.recorded_at desc, s.stage_id desc`.execute(ctx.db)
  return rows
}
