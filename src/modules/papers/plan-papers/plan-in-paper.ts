import {
  getCycle,
  getPlan,
  getYear,
  listDeliverables,
  listThemes,
  notesOfFigures,
  ratingsIn,
  statusesBefore,
  statusesOverCycles,
  updatesUpTo,
} from '#delivery-plan'
import type { Ctx } from '#platform/act.ts'
import type { Block, FigureNote } from '#platform/documents/document.ts'
import { found } from '#platform/errors.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { performanceYearOf } from '#reference'
import { type PlanBlock, type PlanShown, planBlocks, gradedInWords } from './plan-blocks.ts'

/** What a template needs of a delivery plan: words for its sentences, blocks for its tables, and the figures in its updates. */
export type PlanInPaper = {
  placeholders: Record<string, string>
  write: (block: PlanBlock) => Block[]
  notes: FigureNote[]
}

/** The theme and cycle that a paper is about; undefined for a paper about anything else. */
export async function planInPaper(
  ctx: Ctx,
  { paper_id }: { paper_id: string },
): Promise<PlanInPaper | undefined> {
  const subject = await ctx.db
    .selectFrom('papers.plan_subject')
    .select(['theme_id', 'cycle_id'])
    .where('paper_id', '=', paper_id)
    .executeTakeFirst()
  return subject && readPlan(ctx, subject)
}

/** One theme of a delivery plan as it stood in one cycle, ready to be written. Throws NotFound. */
export async function readPlan(
  ctx: Ctx,
  { theme_id, cycle_id }: { theme_id: string; cycle_id: string },
): Promise<PlanInPaper> {
  const cycle = await getCycle(ctx, cycle_id)
  const year = await getYear(ctx, cycle.year_id)
  const [plan, themes] = [await getPlan(ctx, year.plan_id), await listThemes(ctx, year.plan_id)]
  const theme = found(
    themes.find((one) => one.theme_id === theme_id),
    'This part of the plan',
  )
  const shown: PlanShown = {
    plan,
    year,
    cycle,
    theme,
    themes,
    deliverables: await listDeliverables(ctx, year.year_id, theme_id),
    ratings: await ratingsIn(ctx, cycle_id),
    before: await statusesBefore(ctx, cycle),
    updates: await updatesUpTo(ctx, cycle_id, theme_id),
    counts: (await statusesOverCycles(ctx, year.year_id, theme_id)).filter(
      (one) => one.period_to <= cycle.period_to,
    ),
  }
  const figures = [...shown.updates.values()].flat().flatMap((update) => update.figures)
  return {
    placeholders: {
      plan: plan.title,
      plan_presented_on: plan.presented_on ? dayInWords(plan.presented_on) : 'a day that is not recorded',
      plan_starts_on: dayInWords(plan.starts_on),
      delivery_plan: year.title,
      year: performanceYearOf(year.starts_on).label,
      year_starts_on: dayInWords(year.starts_on),
      cycle: cycle.name,
      cycle_in_sentence: cycle.name.replace(/^Q/, 'q'),
      theme_word: plan.theme_word,
      theme_word_in_sentence: plan.theme_word.toLowerCase(),
      theme_number: String(theme.number),
      theme: theme.title,
      overall: cycle.overall ?? '',
      graded: gradedInWords(shown),
    },
    write: (block) => planBlocks(shown, block),
    notes: notesOfFigures(figures),
  }
}
