import { getCycle } from '#delivery-plan'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { chosenTemplate } from '../templates/choose-template.ts'
import { fillPlain } from '../writing/placeholders.ts'
import type { planPaperForm } from './form.ts'
import { readPlan } from './plan-in-paper.ts'

/** Starts a paper about one part of a delivery plan as it stood in one cycle, held by the plan's team. Returns its id. */
export async function startPlanPaper(
  ctx: Ctx,
  cycle_id: string,
  { theme_id, ...values }: ValuesOf<typeof planPaperForm>,
): Promise<string> {
  const cycle = await getCycle(ctx, cycle_id)
  if (values.meeting_on < cycle.period_to)
    refuse('meeting_on', 'The meeting must be after the end of the period it hears about')
  const { placeholders } = await readPlan(ctx, { theme_id, cycle_id })
  const { chosen, kept } = await chosenTemplate(ctx, 'plan', values.template)
  const title = fillPlain(chosen.title, placeholders)
  const { held_by } = cycle
  const { paper_id } = await ctx.db
    .insertInto('papers.paper')
    .values({
      ...values,
      ...kept,
      held_by,
      title,
      period_from: cycle.period_from,
      period_to: cycle.period_to,
    })
    .returning('paper_id')
    .executeTakeFirstOrThrow()
  await ctx.db.insertInto('papers.plan_subject').values({ paper_id, held_by, theme_id, cycle_id }).execute()
  return paper_id
}
