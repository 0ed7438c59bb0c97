import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { getYear } from '../plans/queries.ts'
import type { cycleForm } from './form.ts'
import { listCycles } from './queries.ts'

/**
 * Opens a reporting cycle and asks every owner who is known for an update on each of their deliverables: a request written for them, with what was
 * said before. Returns its id. Refuses while another of the year is open.
 */
export async function openCycle(
  ctx: Ctx,
  year_id: string,
  values: ValuesOf<typeof cycleForm>,
): Promise<string> {
  const year = await getYear(ctx, year_id)
  if (values.period_to < values.period_from)
    refuse('period_to', 'The last day must not be before the first day')
  if (values.period_from < year.starts_on || values.period_to > year.ends_on)
    refuse('period_from', 'The period must lie within the year of the delivery plan')
  if (values.due_on < values.period_to) refuse('due_on', 'Updates cannot be due before the period ends')
  const cycles = await listCycles(ctx, year_id)
  if (cycles.some(({ closed_at }) => !closed_at))
    refuse('name', 'Close the cycle that is open before opening another')
  if (cycles.some(({ period_to }) => period_to === values.period_to))
    refuse('period_to', 'There is a cycle for this period already')
  const { cycle_id } = await ctx.db
    .insertInto('delivery_plan.cycle')
    .values({ ...values, year_id, held_by: year.held_by })
    .returning('cycle_id')
    .executeTakeFirstOrThrow()
  await askOwners(ctx, cycle_id)
  return cycle_id
}

/** Asks those owners of an open cycle who have not been asked yet: at its opening, and when an owner becomes known later. Returns how many. */
export async function askOwners(ctx: Ctx, cycle_id: string): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into delivery_plan.update_request (area_id, cycle_id, deliverable_id, owner_id, held_by, given_to, for_member, heading, cycle_name,
      period_from, period_to, year_from, due_on, said_before)
    select c.area_id, c.cycle_id, d.deliverable_id, o.owner_id, c.held_by, o.team_id, o.member_id,
      p.theme_word || ' ' || t.number || ', number ' || d.number || ': ' || d.words, c.name, c.period_from, c.period_to, y.starts_on, c.due_on,
      (select u.words from delivery_plan.update u where u.area_id = d.area_id and u.deliverable_id in (d.deliverable_id, d.carried_from)
        order by u.dated_on desc nulls last, u.written_at desc limit 1)
    from delivery_plan.cycle c
    join delivery_plan.year y on y.area_id = c.area_id and y.year_id = c.year_id
    join delivery_plan.plan p on p.area_id = y.area_id and p.plan_id = y.plan_id
    join delivery_plan.deliverable d on d.area_id = c.area_id and d.year_id = c.year_id
    join delivery_plan.theme t on t.area_id = d.area_id and t.theme_id = d.theme_id
    join delivery_plan.deliverable_owner x on x.area_id = d.area_id and x.deliverable_id = d.deliverable_id
    join delivery_plan.owner o on o.area_id = x.area_id and o.owner_id = x.owner_id and o.team_id is not null
    where c.cycle_id = ${cycle_id}::uuid and c.closed_at is null
    on conflict (area_id, cycle_id, deliverable_id, owner_id) do nothing`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}
