import { officeTeam } from '#access'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { levelWords } from '../level-words.ts'
import { PLAN_START, type planForm, type sourcedFigureForm, type themeForm, type yearForm } from './form.ts'
import { getPlan, listThemes, listYears } from './queries.ts'

/** Starts a plan with its main parts, held by the office's team. Returns its id. Refuses anybody outside an office. */
export async function startPlan(ctx: Ctx, { themes, ...plan }: ValuesOf<typeof planForm>): Promise<string> {
  if (plan.ends_on <= plan.starts_on) refuse('ends_on', 'The last day must be after the first day')
  const held_by = await officeTeam(ctx)
  const { plan_id } = await ctx.db
    .insertInto('delivery_plan.plan')
    .values({ ...stored(plan), held_by })
    .returning('plan_id')
    .executeTakeFirstOrThrow()
  const titles = partsIn(themes)
  if (titles.length === 0) return plan_id
  await ctx.db
    .insertInto('delivery_plan.theme')
    .values(titles.map((title, index) => ({ plan_id, held_by, number: index + 1, title })))
    .execute()
  return plan_id
}

/** With ours where the office says nothing. */
const stored = (plan: Omit<ValuesOf<typeof planForm>, 'themes'>) => ({
  ...plan,
  plan_word: plan.plan_word ?? PLAN_START.plan_word,
  year_word: plan.year_word ?? PLAN_START.year_word,
  owner_word: plan.owner_word ?? PLAN_START.owner_word,
  update_word: plan.update_word ?? PLAN_START.update_word,
  cycle_word: plan.cycle_word ?? PLAN_START.cycle_word,
  amber_within: plan.amber_within ?? PLAN_START.amber_within,
  at_risk_days: plan.at_risk_days ?? PLAN_START.at_risk_days,
})

/** Its main parts as typed, one on each line. */
const partsIn = (themes: string) =>
  themes
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/**
 * Changes what a plan is called, its words for its levels, and what its colours mean; its parts are renamed in their order and added after the
 * last, never taken away. What it was before is kept with who changed it.
 */
export async function changePlan(
  ctx: Ctx,
  plan_id: string,
  { themes, ...plan }: ValuesOf<typeof planForm>,
): Promise<void> {
  const say = levelWords(await getPlan(ctx, plan_id))
  const [years, parts, titles] = [
    await listYears(ctx, plan_id),
    await listThemes(ctx, plan_id),
    partsIn(themes),
  ]
  if (plan.ends_on <= plan.starts_on) refuse('ends_on', 'The last day must be after the first day')
  if (years.some((year) => year.starts_on < plan.starts_on || year.ends_on > plan.ends_on))
    refuse('ends_on', `There is ${say.year.a} that lies outside these days`)
  if (titles.length < parts.length)
    refuse('themes', `Give all ${parts.length} ${say.theme.many}: they can be renamed, not taken away`)
  await ctx.db.updateTable('delivery_plan.plan').set(stored(plan)).where('plan_id', '=', plan_id).execute()
  for (const [index, title] of titles.entries()) {
    const part = parts[index]
    if (!part) await addTheme(ctx, plan_id, { title })
    else if (part.title !== title)
      await ctx.db
        .updateTable('delivery_plan.theme')
        .set({ title })
        .where('theme_id', '=', part.theme_id)
        .execute()
  }
}

/** Adds a main part after the last. Returns its id. */
export async function addTheme(
  ctx: Ctx,
  plan_id: string,
  { title }: ValuesOf<typeof themeForm>,
  number?: number,
) {
  const plan = await getPlan(ctx, plan_id)
  const last = (await listThemes(ctx, plan_id)).at(-1)
  const { theme_id } = await ctx.db
    .insertInto('delivery_plan.theme')
    .values({ plan_id, held_by: plan.held_by, number: number ?? (last?.number ?? 0) + 1, title })
    .returning('theme_id')
    .executeTakeFirstOrThrow()
  return theme_id
}

/** Adds a year's delivery plan. Returns its id. Refuses a second with the same first day, and days outside the plan. */
export async function addYear(ctx: Ctx, plan_id: string, year: ValuesOf<typeof yearForm>): Promise<string> {
  const plan = await getPlan(ctx, plan_id)
  const say = levelWords(plan)
  if (year.ends_on <= year.starts_on) refuse('ends_on', 'The last day must be after the first day')
  if (year.starts_on < plan.starts_on || year.ends_on > plan.ends_on)
    refuse('starts_on', `The year must lie within the ${say.plan.one}`)
  if ((await listYears(ctx, plan_id)).some(({ starts_on }) => starts_on === year.starts_on))
    refuse('starts_on', `There is ${say.year.a} that starts on this day already`)
  const { year_id } = await ctx.db
    .insertInto('delivery_plan.year')
    .values({ ...year, plan_id, held_by: plan.held_by })
    .returning('year_id')
    .executeTakeFirstOrThrow()
  return year_id
}

/** Keeps a figure that no record here gives, with where it comes from. It is never changed: a later one has another name. */
export async function addSourcedFigure(
  ctx: Ctx,
  plan_id: string,
  figure: ValuesOf<typeof sourcedFigureForm>,
) {
  const plan = await getPlan(ctx, plan_id)
  const name = figure.name.replaceAll(/\s+/g, ' ')
  const taken = await ctx.db
    .selectFrom('delivery_plan.sourced_figure')
    .select('name')
    .where('plan_id', '=', plan_id)
    .where('name', '=', name)
    .executeTakeFirst()
  if (taken)
    refuse('name', 'There is a figure with this name already. Give this one its date or source in the name.')
  await ctx.db
    .insertInto('delivery_plan.sourced_figure')
    .values({ recorded_at: ctx.now, ...figure, name, plan_id, held_by: plan.held_by })
    .execute()
}
