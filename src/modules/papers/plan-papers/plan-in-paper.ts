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
import { measureNamed } from '#insight'
import type { Ctx } from '#platform/act.ts'
import type { Block, FigureNote } from '#platform/documents/document.ts'
import { found } from '#platform/errors.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { performanceYearOf } from '#reference'
import { countHere } from '../sources/counted-here.ts'
import { notesOfSources } from '../sources/print-sources.ts'
import { sourcesOf } from '../sources/queries.ts'
import type { PlanBlock } from '../templates/template.ts'
import type { Compared } from '../writing/against-last-year.ts'
import { planBlocks } from './plan-blocks.ts'
import { gradedInWords, type PlanShown } from './plan-shown.ts'

/** What a template needs of a delivery plan: words for its sentences, blocks for its tables, and the figures in its updates. */
export type PlanInPaper = {
  placeholders: Record<string, string>
  write: (block: Exclude<PlanBlock, 'measures'>, section: number) => Block[]
  /** The measures that deliverables are linked to, each named with the numbers of its deliverables. */
  measures: Compared[]
  notes: FigureNote[]
}

/** The theme and cycle that a paper is about; undefined for a paper about anything else. */
export async function planInPaper(
  ctx: Ctx,
  { paper_id }: { paper_id: string },
): Promise<PlanInPaper | undefined> {
  const subject = await planSubject(ctx, paper_id)
  return subject && readPlan(ctx, subject)
}

/** Which theme and which cycle a paper is about; undefined for a paper about anything else. */
export const planSubject = (ctx: Ctx, paper_id: string) =>
  ctx.db
    .selectFrom('papers.plan_subject')
    .select(['theme_id', 'cycle_id'])
    .where('paper_id', '=', paper_id)
    .executeTakeFirst()

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
  const updates = await updatesUpTo(ctx, cycle_id, theme_id)
  const deliverables = await listDeliverables(ctx, year.year_id, theme_id)
  // In the order of the paper.
  const said = deliverables.flatMap(({ deliverable_id }) => updates.get(deliverable_id) ?? [])
  const sources = await sourcesOf(
    ctx,
    said.map(({ update_id }) => update_id),
  )
  const shown: PlanShown = {
    plan,
    year,
    cycle,
    theme,
    themes,
    deliverables,
    ratings: await ratingsIn(ctx, cycle_id),
    before: await statusesBefore(ctx, cycle),
    updates,
    sources,
    counts: (await statusesOverCycles(ctx, year.year_id, theme_id)).filter(
      (one) => one.period_to <= cycle.period_to,
    ),
  }
  const figures = said.flatMap((update) => update.figures)
  const counted = await countHere(ctx, [...sources.values()].flat())
  return {
    placeholders: {
      plan: plan.title,
      plan_presented_on: plan.presented_on ? dayInWords(plan.presented_on) : 'a day that is not recorded',
      commissioner_presented: `${plan.presented_on ? `On ${dayInWords(plan.presented_on)} the` : 'The'} Commissioner presented`,
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
    write: (block, section) => planBlocks(shown, block, section),
    measures: measuresOf(shown),
    notes: [...notesOfFigures(figures), ...notesOfSources(said, sources, counted)],
  }
}

/**
 * Every measure that deliverables are linked to, each once, with the numbers of all its deliverables: the one their colour is proposed by, and
 * those linked besides. A name is 'referrals-received', or one line of a measure: 'community-points:stage:registered'.
 */
export function measuresOf({ deliverables }: Pick<PlanShown, 'deliverables'>): Compared[] {
  const linked = Map.groupBy(
    deliverables.flatMap(({ number, measure, also_measures }) =>
      [...new Set([measure, ...also_measures])].flatMap((name) => (name ? [{ name, number }] : [])),
    ),
    ({ name }) => name,
  )
  return [...linked].map(([name, those]) => {
    const [measure = '', dimension, code] = name.split(':')
    const only: Record<string, string> = dimension && code ? { [dimension]: code } : {}
    const { title, dimensions } = measureNamed(measure)
    const line = dimension && code ? `: ${(dimensions[dimension]?.words?.[code] ?? code).toLowerCase()}` : ''
    return {
      measure,
      only,
      title: `${title}${line} (number ${those.map(({ number }) => number).join(', ')})`,
    }
  })
}
