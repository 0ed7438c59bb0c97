import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { DB } from '#platform/database/tables.ts'
import { found } from '#platform/errors.ts'
import type { Status } from '../words.ts'

export type Cycle = Selectable<DB['delivery_plan.cycle']>

/** A year's reporting cycles, the latest first. */
export const listCycles = (ctx: Ctx, year_id: string): Promise<Cycle[]> =>
  ctx.db
    .selectFrom('delivery_plan.cycle')
    .selectAll()
    .where('year_id', '=', year_id)
    .orderBy('period_to', 'desc')
    .execute()

/** One reporting cycle. Throws NotFound. */
export const getCycle = async (ctx: Ctx, cycle_id: string): Promise<Cycle> =>
  found(
    await ctx.db
      .selectFrom('delivery_plan.cycle')
      .selectAll()
      .where('cycle_id', '=', cycle_id)
      .executeTakeFirst(),
  )

export type Rated = {
  deliverable_id: string
  status: Status
  proposed: Status | null
  because: string | null
  reason: string | null
  decided_at: Date
  decided_by_name: string
}

/** The rating that stands for each deliverable in a cycle, by deliverable: the latest decided. */
export async function ratingsIn(ctx: Ctx, cycle_id: string): Promise<Map<string, Rated>> {
  const { rows } = await sql<Rated>`
    select distinct on (r.deliverable_id) r.deliverable_id, r.status, r.proposed, r.because, r.reason, r.decided_at, m.name as decided_by_name
    from delivery_plan.rating r join access.member m on m.area_id = r.area_id and m.member_id = r.decided_by
    where r.cycle_id = ${cycle_id}::uuid order by r.deliverable_id, r.decided_at desc`.execute(ctx.db)
  return new Map(rows.map((row) => [row.deliverable_id, row]))
}

/** The status of each deliverable of a cycle's year the last time it was rated before; of what was carried over, in whichever year that was. */
export async function statusesBefore(
  ctx: Ctx,
  cycle: Pick<Cycle, 'year_id' | 'period_to'>,
): Promise<Map<string, Status>> {
  const { rows } = await sql<{ deliverable_id: string; status: Status }>`
    with recursive rated as materialized (
      select distinct on (r.deliverable_id) r.deliverable_id, r.status from delivery_plan.rating r
      join delivery_plan.cycle c on c.area_id = r.area_id and c.cycle_id = r.cycle_id
      where c.period_to < ${cycle.period_to}::date order by r.deliverable_id, c.period_to desc, r.decided_at desc),
    trail as (
      select d.area_id, d.deliverable_id as now, d.deliverable_id, d.carried_from, 0 as back from delivery_plan.deliverable d
      where d.year_id = ${cycle.year_id}::uuid
      union all
      select d.area_id, trail.now, d.deliverable_id, d.carried_from, trail.back + 1
      from trail join delivery_plan.deliverable d on d.area_id = trail.area_id and d.deliverable_id = trail.carried_from where trail.back < 50)
    select distinct on (trail.now) trail.now as deliverable_id, rated.status
    from trail join rated on rated.deliverable_id = trail.deliverable_id order by trail.now, trail.back`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.deliverable_id, row.status]))
}

export type Asked = {
  update_request_id: string
  deliverable_id: string
  initials: string
  given_to_name: string
  for_member_name: string | null
  answered_at: Date | null
  reminded_on: string | null
}

/** Who was asked in a cycle, whether they have answered, and when they were last reminded. */
export async function requestsOf(ctx: Ctx, cycle_id: string): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select q.update_request_id, q.deliverable_id, o.initials, t.name as given_to_name, m.name as for_member_name,
      (select min(u.written_at) from delivery_plan.update u where u.area_id = q.area_id and u.update_request_id = q.update_request_id) as answered_at,
      (select max(r.reminded_on) from delivery_plan.reminder r where r.area_id = q.area_id and r.update_request_id = q.update_request_id) as reminded_on
    from delivery_plan.update_request q
    join delivery_plan.owner o on o.area_id = q.area_id and o.owner_id = q.owner_id
    join delivery_plan.deliverable d on d.area_id = q.area_id and d.deliverable_id = q.deliverable_id
    join access.team t on t.area_id = q.area_id and t.team_id = q.given_to
    left join access.member m on m.area_id = q.area_id and m.member_id = q.for_member
    where q.cycle_id = ${cycle_id}::uuid order by d.number, o.initials`.execute(ctx.db)
  return rows
}

export type CycleCounts = { cycle_id: string; name: string; period_to: string; year_title: string } & Record<
  Status | 'unrated',
  number
>

/** How many deliverables of a year (or of one theme) stood at each status in each cycle, the first first. */
export async function statusesOverCycles(
  ctx: Ctx,
  year_id: string,
  theme_id?: string,
): Promise<CycleCounts[]> {
  const theme = theme_id ? sql`and d.theme_id = ${theme_id}::uuid` : sql``
  const { rows } = await sql<CycleCounts>`
    with latest as materialized (
      select distinct on (r.cycle_id, r.deliverable_id) r.cycle_id, r.status from delivery_plan.rating r
      join delivery_plan.deliverable d on d.area_id = r.area_id and d.deliverable_id = r.deliverable_id and d.year_id = ${year_id}::uuid ${theme}
      order by r.cycle_id, r.deliverable_id, r.decided_at desc
    ), counted as (
      select cycle_id, count(*) filter (where status = 'green')::int as green, count(*) filter (where status = 'amber')::int as amber,
        count(*) filter (where status = 'red')::int as red, count(*) filter (where status = 'white')::int as white, count(*)::int as rated
      from latest group by cycle_id)
    select c.cycle_id, c.name, c.period_to, y.title as year_title, coalesce(n.green, 0) as green, coalesce(n.amber, 0) as amber,
      coalesce(n.red, 0) as red, coalesce(n.white, 0) as white,
      (select count(*)::int from delivery_plan.deliverable d where d.year_id = ${year_id}::uuid ${theme}) - coalesce(n.rated, 0) as unrated
    from delivery_plan.cycle c
    join delivery_plan.year y on y.area_id = c.area_id and y.year_id = c.year_id
    left join counted n on n.cycle_id = c.cycle_id
    where c.year_id = ${year_id}::uuid order by c.period_to`.execute(ctx.db)
  return rows
}
