import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { levelWords } from '../level-words.ts'
import { getPlan, getYear } from '../plans/queries.ts'
import type { cycleForm } from './form.ts'
import { askOwners } from './ask-owners.ts'
import { listCycles } from './queries.ts'

/**
 * Opens a reporting cycle and asks every owner who is known for an update on each of their deliverables: a request written for them, with what was
 * said before. Returns its id. Refuses while another of the year is open.
 */
export async function openCycle(
  ctx: Ctx,
  origin: string,
  year_id: string,
  values: ValuesOf<typeof cycleForm>,
): Promise<string> {
  const year = await getYear(ctx, year_id)
  const say = levelWords(await getPlan(ctx, year.plan_id))
  if (values.period_to < values.period_from)
    refuse('period_to', 'The last day must not be before the first day')
  if (values.period_from < year.starts_on || values.period_to > year.ends_on)
    refuse('period_from', `The period must lie within the year of the ${say.year.one}`)
  if (values.due_on < values.period_to)
    refuse('due_on', `${say.update.titles} cannot be due before the period ends`)
  const cycles = await listCycles(ctx, year_id)
  if (cycles.some(({ closed_at }) => !closed_at))
    refuse('name', `Close the ${say.cycle.one} that is open before you open another`)
  if (cycles.some(({ period_to }) => period_to === values.period_to))
    refuse('period_to', `There is ${say.cycle.a} for this period already`)
  const { cycle_id } = await ctx.db
    .insertInto('delivery_plan.cycle')
    .values({ ...values, year_id, held_by: year.held_by })
    .returning('cycle_id')
    .executeTakeFirstOrThrow()
  await askOwners(ctx, origin, cycle_id)
  return cycle_id
}
