import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { DB } from '#platform/database/tables.ts'
import { found } from '#platform/errors.ts'
import type { Status } from '../words.ts'

export type Deliverable = Selectable<DB['delivery_plan.deliverable']> & {
  owners: string
  owner_ids: string[]
  theme_number: number
  theme_title: string
  plan_id: string
  year_title: string
  year_starts_on: string
  amber_within: number
  at_risk_days: number
}

const select = sql`
  select d.*, t.number as theme_number, t.title as theme_title, y.plan_id, y.title as year_title, y.starts_on as year_starts_on, p.amber_within, p.at_risk_days,
    coalesce(o.owners, '') as owners, coalesce(o.owner_ids, '{}') as owner_ids
  from delivery_plan.deliverable d
  join delivery_plan.theme t on t.area_id = d.area_id and t.theme_id = d.theme_id
  join delivery_plan.year y on y.area_id = d.area_id and y.year_id = d.year_id
  join delivery_plan.plan p on p.area_id = y.area_id and p.plan_id = y.plan_id
  left join lateral (
    select string_agg(w.initials, '/' order by x.place) as owners, array_agg(w.owner_id order by x.place) as owner_ids
    from delivery_plan.deliverable_owner x join delivery_plan.owner w on w.area_id = x.area_id and w.owner_id = x.owner_id
    where x.area_id = d.area_id and x.deliverable_id = d.deliverable_id) o on true`

/** A year's deliverables by theme and number, each with its owners as the paper prints them ('NW/CG'); one theme's when told. */
export async function listDeliverables(ctx: Ctx, year_id: string, theme_id?: string): Promise<Deliverable[]> {
  const { rows } = await sql<Deliverable>`${select} where d.year_id = ${year_id}::uuid
    ${theme_id ? sql`and d.theme_id = ${theme_id}::uuid` : sql``} order by t.number, d.number`.execute(ctx.db)
  return rows
}

/** One deliverable. Throws NotFound. */
export async function getDeliverable(ctx: Ctx, deliverable_id: string): Promise<Deliverable> {
  const { rows } = await sql<Deliverable>`${select} where d.deliverable_id = ${deliverable_id}::uuid`.execute(
    ctx.db,
  )
  return found(rows[0])
}

export type TrailStep = {
  deliverable_id: string
  number: number
  year_title: string
  words: string
  /** How it stood the last time it was decided in that year, and when. */
  status: Status | null
  rated_in: string | null
}

/** The years a deliverable was and is carried through, the first first, itself among them. */
export async function trailOf(ctx: Ctx, deliverable_id: string): Promise<TrailStep[]> {
  const { rows } = await sql<TrailStep>`
    with recursive trail as (
      select d.*, 0 as back from delivery_plan.deliverable d where d.deliverable_id = ${deliverable_id}::uuid
      union all
      select d.*, trail.back + 1 from delivery_plan.deliverable d
      join trail on d.area_id = trail.area_id and d.deliverable_id = trail.carried_from where trail.back < 50),
    onward as (
      select d.*, 0 as back from delivery_plan.deliverable d where d.deliverable_id = ${deliverable_id}::uuid
      union all
      select d.*, onward.back - 1 from delivery_plan.deliverable d
      join onward on d.area_id = onward.area_id and d.carried_from = onward.deliverable_id where onward.back > -50)
    select step.deliverable_id, step.number, y.title as year_title, step.words, rated.status, rated.rated_in
    from (select * from trail union all select * from onward where back < 0) step
    join delivery_plan.year y on y.area_id = step.area_id and y.year_id = step.year_id
    left join lateral (
      select r.status, c.name as rated_in from delivery_plan.rating r
      join delivery_plan.cycle c on c.area_id = r.area_id and c.cycle_id = r.cycle_id
      where r.area_id = step.area_id and r.deliverable_id = step.deliverable_id order by c.period_to desc, r.decided_at desc limit 1) rated on true
    order by step.back desc, y.starts_on`.execute(ctx.db)
  return rows
}
