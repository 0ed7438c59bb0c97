import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'

/** For each deliverable of a year, how many cycles in a row, this one and back, nobody gave an update in. Carried-over years are not looked into. */
export async function silentCycles(
  ctx: Ctx,
  { year_id, period_to }: { year_id: string; period_to: string },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ deliverable_id: string; silent: number }>`
    select d.deliverable_id, count(*)::int as silent
    from delivery_plan.deliverable d
    join delivery_plan.cycle c on c.area_id = d.area_id and c.year_id = d.year_id and c.period_to <= ${period_to}::date
      and c.period_to >= coalesce(d.starts_on, '-infinity')
    where d.year_id = ${year_id}::uuid and c.period_to > coalesce((
      select max(told.period_to) from delivery_plan.update u
      join delivery_plan.cycle told on told.area_id = u.area_id and told.cycle_id = u.cycle_id
      where u.area_id = d.area_id and u.deliverable_id = d.deliverable_id and told.period_to <= ${period_to}::date), '-infinity')
    group by d.deliverable_id`.execute(ctx.db)
  return new Map(rows.map(({ deliverable_id, silent }) => [deliverable_id, silent]))
}
