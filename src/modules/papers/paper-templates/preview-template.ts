import { getCycle } from '#delivery-plan'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { addDays, quarterOf } from '#reference'
import { readPlan } from '../plan-papers/plan-in-paper.ts'
import { type Written, writePaper } from '../writing/write-paper.ts'
import type { PaperWords } from '../writing/answer-figures.ts'
import { templateFrom } from './draft.ts'
import type { Made } from './queries.ts'

/** The template as a paper would read now: over the last whole quarter, or over the plan's latest cycle. Refuses one about a plan when there is no cycle. */
export async function previewTemplate(ctx: Ctx, { name, about, draft }: Made): Promise<Written> {
  const template = templateFrom(name, draft)
  const words: PaperWords = {
    organisation: ctx.actor.organisation_name,
    area: ctx.actor.area_name,
    report_to: 'The meeting',
    meeting_on: ctx.today,
    report_author: 'The author',
    author_email: 'author@example.org',
    other_contacts: 'Other contacts',
    agenda_item: '1',
    for_what: 'consideration',
    is_public: true,
    sections: {},
  }
  const own = ctx.actor.organisation_kind === 'provider' ? { held_by: ctx.actor.team_ids } : {}
  if (about === 'service') {
    const { from, to } = lastWholeQuarter(ctx.today)
    return writePaper(ctx, template, { from, to, ...own }, words, () => '#')
  }
  const subject = await latestCycle(ctx)
  if (!subject) refuse('', 'There is no delivery plan with a reporting cycle yet to show this with')
  const cycle = await getCycle(ctx, subject.cycle_id)
  const plan = await readPlan(ctx, subject)
  const scope = { from: cycle.period_from, to: cycle.period_to }
  return writePaper(ctx, template, scope, { ...words, plan }, () => '#')
}

const lastWholeQuarter = (today: string) => quarterOf(addDays(quarterOf(today).from, -1))

/** The latest reporting cycle with anything in its year, and a part of the plan with a deliverable in it. */
const latestCycle = (ctx: Ctx) =>
  ctx.db
    .selectFrom('delivery_plan.cycle as c')
    .innerJoin('delivery_plan.deliverable as d', (join) =>
      join.onRef('d.area_id', '=', 'c.area_id').onRef('d.year_id', '=', 'c.year_id'),
    )
    .select(['c.cycle_id', 'd.theme_id'])
    .orderBy('c.period_to', 'desc')
    .orderBy('d.number')
    .limit(1)
    .executeTakeFirst()
