import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { listCycles } from '../cycles/queries.ts'
import { getDeliverable } from '../deliverables/queries.ts'
import { levelWords } from '../level-words.ts'
import { listSourcedFigures } from '../plans/queries.ts'
import { type AboutPeriod, type FigureSource, keepFigures } from './figures-in-text.ts'
import type { answerForm, updateForm } from './form.ts'
import { getRequest, listUpdates } from './queries.ts'

/** Answers a request: a dated record in the owner's name, with each figure as it is today. Refuses once the cycle is closed. */
export async function answerRequest(
  ctx: Ctx,
  source: FigureSource,
  update_request_id: string,
  { words, suggests }: ValuesOf<typeof answerForm>,
): Promise<void> {
  const asked = await getRequest(ctx, update_request_id)
  const { cycle, update } = levelWords(asked.level_words)
  if (asked.withdrawn_at)
    refuse('words', `This ${cycle.one} is closed: ${update.many} can no longer be sent for it.`)
  if (!ctx.actor.team_ids.includes(asked.given_to))
    refuse('words', `Somebody else was asked for this ${update.one}.`)
  const about = { from: asked.period_from, to: asked.period_to, year_from: asked.year_from }
  const figures = await keepFigures(ctx, source, words, about, await sourcedFor(ctx, asked.deliverable_id))
  const { deliverable_id, cycle_id, held_by, given_to } = asked
  await ctx.db
    .insertInto('delivery_plan.update')
    .values({
      deliverable_id,
      cycle_id,
      held_by,
      given_to,
      update_request_id,
      dated_on: ctx.today,
      author: ctx.actor.name,
      words,
      suggests,
      figures: JSON.stringify(figures),
    })
    .execute()
}

/** Records an update that came another way, or that corrects an earlier one: both stay. */
export async function writeUpdate(
  ctx: Ctx,
  source: FigureSource,
  deliverable_id: string,
  { words, author, dated_on, corrects }: ValuesOf<typeof updateForm>,
): Promise<void> {
  const { held_by } = await getDeliverable(ctx, deliverable_id)
  if (corrects && !(await listUpdates(ctx, deliverable_id)).some(({ update_id }) => update_id === corrects))
    refuse('corrects', 'Select what it corrects from the list')
  const { about, cycle_id } = await periodFor(ctx, deliverable_id, dated_on)
  const figures = await keepFigures(ctx, source, words, about, await sourcedFor(ctx, deliverable_id))
  await ctx.db
    .insertInto('delivery_plan.update')
    .values({
      deliverable_id,
      held_by,
      cycle_id,
      dated_on,
      author,
      words,
      corrects,
      figures: JSON.stringify(figures),
    })
    .execute()
}

/** The cycle an update of the office's falls into: the open one, else none; and the period its figures are about. */
export async function periodFor(
  ctx: Ctx,
  deliverable_id: string,
  day: string,
): Promise<{ about: AboutPeriod; cycle_id: string | null }> {
  const { year_id, year_starts_on: year_from } = await getDeliverable(ctx, deliverable_id)
  const cycles = await listCycles(ctx, year_id)
  const open = cycles.find(({ closed_at }) => !closed_at)
  const cycle = open ?? cycles[0]
  return {
    about: cycle
      ? { from: cycle.period_from, to: cycle.period_to, year_from }
      : { from: year_from, to: day > year_from ? day : year_from, year_from },
    cycle_id: open?.cycle_id ?? null,
  }
}

/** The plan's figures from elsewhere; none for an owner outside the office, who cannot see the plan. */
export async function sourcedFor(ctx: Ctx, deliverable_id: string) {
  const plan = await ctx.db
    .selectFrom('delivery_plan.deliverable as d')
    .innerJoin('delivery_plan.year as y', (join) =>
      join.onRef('y.area_id', '=', 'd.area_id').onRef('y.year_id', '=', 'd.year_id'),
    )
    .select('y.plan_id')
    .where('d.deliverable_id', '=', deliverable_id)
    .executeTakeFirst()
  return plan ? listSourcedFigures(ctx, plan.plan_id) : []
}
