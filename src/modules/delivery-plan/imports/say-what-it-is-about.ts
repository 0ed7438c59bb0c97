import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { PLAN_START } from '../plans/form.ts'
import type { aboutForm } from './form.ts'
import { getImport } from './keep-import.ts'
import type { RowsSaid } from './reading/pieces.ts'
import { yearAndCycle } from './reading/read-front-matter.ts'
import { readPlanText, type ReadPlan } from './reading/read-plan-text.ts'

export type About = ValuesOf<typeof aboutForm>

/** A paper as read, with what a person has said of it in place of what it says itself. */
export function readReviewed(review: { source_text: string; about: unknown; rows_said: unknown }): ReadPlan {
  const read = readPlanText(review.source_text, review.rows_said as RowsSaid)
  const about = review.about as Partial<About>
  if (!about.plan_title) return read
  const said = about as About
  return {
    ...read,
    plan: { title: said.plan_title, starts_on: said.plan_starts_on, ends_on: said.plan_ends_on },
    theme: { number: said.theme_number, title: said.theme_title },
    theme_word: said.theme_word,
    deliverable_word: said.deliverable_word,
    ...yearAndCycle(said.year, Number(said.quarter.slice(1))),
    lines: { ...read.lines, plan: undefined, year: undefined, cycle: undefined, theme: undefined },
    doubts: read.doubts.filter((doubt) => !read.taken.includes(doubt)),
  }
}

/** What the form starts with: as read, or as said before. */
export function aboutOf(read: ReadPlan): Partial<About> {
  const { plan, theme, year, cycle } = read
  return {
    theme_word: read.theme_word ?? PLAN_START.theme_word,
    deliverable_word: read.deliverable_word ?? PLAN_START.deliverable_word,
    ...(plan ? { plan_title: plan.title, plan_starts_on: plan.starts_on, plan_ends_on: plan.ends_on } : {}),
    ...(theme ? { theme_number: theme.number, theme_title: theme.title } : {}),
    ...(year ? { year: Number(year.starts_on.slice(0, 4)) } : {}),
    ...(cycle ? { quarter: `q${cycle.name.slice(-1)}` as About['quarter'] } : {}),
  }
}

/** Keeps what a person says a paper is about. Refuses once it has been kept, and a year outside the plan. */
export async function sayWhatItIsAbout(ctx: Ctx, plan_import_id: string, about: About): Promise<void> {
  const review = await getImport(ctx, plan_import_id)
  if (review.kept_at) refuse('', 'This paper has been kept already.')
  if (about.plan_ends_on <= about.plan_starts_on)
    refuse('plan_ends_on', 'The last day of the plan must be after its first day')
  const { year } = yearAndCycle(about.year, Number(about.quarter.slice(1)))
  if (year.starts_on < about.plan_starts_on || year.ends_on > about.plan_ends_on)
    refuse('year', 'The year must lie within these days')
  await ctx.db
    .updateTable('delivery_plan.plan_import')
    .set({ about: JSON.stringify(about) })
    .where('plan_import_id', '=', plan_import_id)
    .execute()
}
