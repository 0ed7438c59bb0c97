import { sql } from 'kysely'
import { type Cycle, getCycle } from '#delivery-plan'
import { isId, type Ctx } from '#platform/act.ts'
import { NotFound } from '#platform/errors.ts'

type Named = { cycle_id: string; name: string; year: string; part: number; theme_id: string }

/** A cycle by its name or id, in the latest year that has it or in the year named, and a part of its plan by its number. Throws NotFound, naming what there is. */
export async function cycleNamed(
  ctx: Ctx,
  { cycle, part, year }: { cycle: string; part: string; year?: string },
): Promise<{ theme_id: string; cycle: Cycle }> {
  const { rows } = await sql<Named>`
    select c.cycle_id, c.name, y.title as year, t.number as part, t.theme_id from delivery_plan.cycle c
    join delivery_plan.year y on y.area_id = c.area_id and y.year_id = c.year_id
    join delivery_plan.theme t on t.area_id = y.area_id and t.plan_id = y.plan_id
    order by y.starts_on desc, c.period_to desc, t.number`.execute(ctx.db)
  const found = rows.find(
    (one) =>
      (isId(cycle) ? one.cycle_id === cycle : one.name.toLowerCase() === cycle.toLowerCase()) &&
      String(one.part) === part &&
      (year === undefined || one.year === year),
  )
  if (!found) {
    const there = [...new Set(rows.map((one) => `"${one.name}" of "${one.year}"`))]
    throw new NotFound(
      `The cycle "${cycle}" with a part ${part}${year ? ` in "${year}"` : ''} (there are ${there.join(', ') || 'none'})`,
    )
  }
  return { theme_id: found.theme_id, cycle: await getCycle(ctx, found.cycle_id) }
}
