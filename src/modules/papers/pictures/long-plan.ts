// For tests: a part of a plan with as much in trouble as a page of summary can meet, and one with little.
import type { Ctx } from '#platform/act.ts'
import { startPlanOf2036 } from '../../../testing/plan-cast.ts'

const WORDS =
  'Work with partners to invest in outcome-focussed services for victims and survivors, to improve the sharing of best practice, and to align regional outcomes with local activity, number'

/** Forty deliverables with long words, all of which have moved to Amber or Red and of which nobody says anything; and three, as they were. */
export async function makeLongPlan(ctx: Ctx) {
  const {
    year_id,
    themes: [few, many],
  } = await startPlanOf2036(ctx)
  for (const [theme_id, count] of [
    [few, 3],
    [many, 40],
  ])
    await ctx.connection.query(
      `insert into delivery_plan.deliverable (area_id, year_id, theme_id, held_by, number, words, organisation)
       select y.area_id, y.year_id, $2, y.held_by, n, $4 || ' ' || n, 'OPCC' from delivery_plan.year y, generate_series(1, $3::int) n where y.year_id = $1`,
      [year_id, theme_id, count, WORDS],
    )
  const cycle = async (name: string, from: string, to: string, colours: string) => {
    const { rows } = await ctx.connection.query<{ cycle_id: string }>(
      `insert into delivery_plan.cycle (area_id, year_id, held_by, name, period_from, period_to, due_on)
       select y.area_id, y.year_id, y.held_by, $2, $3, $4, $4 from delivery_plan.year y where y.year_id = $1 returning cycle_id`,
      [year_id, name, from, to],
    )
    await ctx.connection.query(
      `insert into delivery_plan.rating (area_id, deliverable_id, cycle_id, held_by, status)
       select d.area_id, d.deliverable_id, $1, d.held_by, case when d.theme_id = $2 then (string_to_array($3, ' '))[1 + d.number % 2] else 'green' end
       from delivery_plan.deliverable d where d.year_id = $4`,
      [rows[0]!.cycle_id, many, colours, year_id],
    )
    return rows[0]!.cycle_id
  }
  await cycle('Quarter 1', '2036-04-01', '2036-06-30', 'green white')
  const cycle_id = await cycle('Quarter 2', '2036-07-01', '2036-09-30', 'amber red')
  return { few: { theme_id: few, cycle_id }, many: { theme_id: many, cycle_id } }
}
