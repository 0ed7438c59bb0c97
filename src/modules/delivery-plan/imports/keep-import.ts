import { officeTeam } from '#access'
import type { Ctx } from '#platform/act.ts'
import { found, refuse } from '#platform/errors.ts'
import { listInWords } from '#platform/words/lists.ts'
import { levelWords, type LevelWords } from '../level-words.ts'
import { PLAN_START } from '../plans/form.ts'
import { listThemes, listYears, planOfDays, type Year } from '../plans/queries.ts'
import { addTheme, addYear, startPlan } from '../plans/start-plan.ts'
import { listCycles } from '../cycles/queries.ts'
import { BARE_DELIVERABLE } from '../deliverables/form.ts'
import { addDeliverable } from '../deliverables/keep-deliverable.ts'
import { listDeliverables } from '../deliverables/queries.ts'
import { saysSomething } from './reading/doubts-in.ts'
import { cycleOfOther, yearAndCycle } from './reading/read-front-matter.ts'
import { readPlanText, type ReadDeliverable, type ReadPlan } from './reading/read-plan-text.ts'
import { readReviewed } from './say-what-it-is-about.ts'

/** Keeps the text of a paper for review, held by the office. Nothing else is kept yet. Returns its id. */
export async function reviewPaper(
  ctx: Ctx,
  name: string,
  source_text: string,
  came_as: 'file' | 'text' = 'text',
): Promise<string> {
  const held_by = await officeTeam(ctx)
  if (readPlanText(source_text).deliverables.length === 0)
    refuse(
      came_as,
      'Nothing that is to be delivered was found. Copy the table with its numbers, words and colours, or the paper with its numbered sections.',
    )
  const { plan_import_id } = await ctx.db
    .insertInto('delivery_plan.plan_import')
    .values({ name, source_text, held_by })
    .returning('plan_import_id')
    .executeTakeFirstOrThrow()
  return plan_import_id
}

/** A paper under review. Throws NotFound. */
export const getImport = async (ctx: Ctx, plan_import_id: string) =>
  found(
    await ctx.db
      .selectFrom('delivery_plan.plan_import')
      .selectAll()
      .where('plan_import_id', '=', plan_import_id)
      .executeTakeFirst(),
    'This paper',
  )

/** The words to speak of a paper in: of the plan it is of where there is one, else as far as it says them itself. */
export async function wordsFor(
  ctx: Ctx,
  { plan, theme_word, deliverable_word }: ReadPlan,
): Promise<LevelWords> {
  const known = plan && (await planOfDays(ctx, plan))
  return levelWords(
    known ?? { ...(theme_word ? { theme_word } : {}), ...(deliverable_word ? { deliverable_word } : {}) },
  )
}

/**
 * Keeps what was read: the plan, its themes, the year and the cycle are found, or made where there are none; deliverables, owners, updates and
 * colours are added, each with the line it was read from. All or nothing. Returns the cycle. Refuses a paper kept already, and numbers that are taken.
 */
export async function keepImport(ctx: Ctx, plan_import_id: string): Promise<string> {
  const review = await getImport(ctx, plan_import_id)
  if (review.kept_at) refuse('', 'This paper has been kept already.')
  const read = readReviewed(review)
  if (!read.plan || !read.year || !read.cycle || !read.theme)
    refuse('', 'Say what this paper is about before you keep it.')
  if (read.unclear.length > 0)
    refuse('', 'Say what each row that is not clear is, before you keep the paper.')
  const plan_id = await planFor(ctx, read, read.plan)
  const main = await yearFor(ctx, plan_id, read.year)
  const cycle_id = await cycleFor(ctx, main, { ...read, cycle: read.cycle })
  const places = Map.groupBy(read.deliverables, ({ year, part }) => `${year ?? ''}.${part?.number ?? ''}`)
  for (const [, those] of places) {
    const { year: starts, part } = those[0]!
    const theme_id = await themeFor(ctx, plan_id, part ?? read.theme)
    const place =
      starts === undefined || `${starts}` === main.starts_on.slice(0, 4)
        ? { year: main, theme_id, cycle_id }
        : { ...(await placeOfOther(ctx, plan_id, read, those)), theme_id }
    const taken = new Set(
      (await listDeliverables(ctx, place.year.year_id, theme_id)).map(({ number }) => number),
    )
    const twice = those.find((one) => those.some((other) => other !== one && other.number === one.number))
    if (twice) refuse('', `Number ${twice.number} is there twice: put one of them right, or leave it out.`)
    const doubled = those.filter(({ number }) => taken.has(number))
    if (doubled.length > 0)
      refuse(
        '',
        `Number ${listInWords(doubled.map(({ number }) => String(number)))} is in ${place.year.title} already. Nothing was kept.`,
      )
    for (const one of those) await keepDeliverable(ctx, review.name, place, one)
  }
  await ctx.db
    .updateTable('delivery_plan.plan_import')
    .set({ kept_at: ctx.now, cycle_id })
    .where('plan_import_id', '=', plan_import_id)
    .execute()
  return cycle_id
}

async function planFor(ctx: Ctx, read: ReadPlan, plan: NonNullable<ReadPlan['plan']>): Promise<string> {
  const known = await planOfDays(ctx, plan)
  if (known) return known.plan_id
  const means = Object.fromEntries(
    Object.entries(read.meanings).map(([status, words]) => [`${status}_means`, words]),
  )
  return startPlan(ctx, {
    ...PLAN_START,
    ...means,
    ...plan,
    theme_word: read.theme_word ?? PLAN_START.theme_word,
    deliverable_word: read.deliverable_word ?? PLAN_START.deliverable_word,
    presented_on: read.presented_on ?? null,
    themes: read.themes.map(({ title }) => title).join('\n'),
  })
}

async function themeFor(ctx: Ctx, plan_id: string, { number, title }: NonNullable<ReadPlan['theme']>) {
  const known = (await listThemes(ctx, plan_id)).find((one) => one.number === number)
  return known?.theme_id ?? addTheme(ctx, plan_id, { title }, number)
}

async function yearFor(ctx: Ctx, plan_id: string, year: NonNullable<ReadPlan['year']>): Promise<Year> {
  const find = async () =>
    (await listYears(ctx, plan_id)).find(({ starts_on }) => starts_on === year.starts_on)
  const known = await find()
  if (known) return known
  await addYear(ctx, plan_id, year)
  return (await find())!
}

/** The year of what a paper says of another year than its own, and the quarter that it is kept in. */
async function placeOfOther(ctx: Ctx, plan_id: string, read: ReadPlan, those: readonly ReadDeliverable[]) {
  const { year, cycle } = yearAndCycle(those[0]!.year!, cycleOfOther(those[0]!.year!, read.year))
  const kept = await yearFor(ctx, plan_id, year)
  return {
    year: kept,
    // What is only planned was asked about in no quarter yet.
    cycle_id: saysSomething(those)
      ? await cycleFor(ctx, kept, {
          cycle: cycle!,
          deliverables: [...those],
          meeting_on: read.meeting_on,
        })
      : undefined,
  }
}

type OfCycle = Pick<ReadPlan, 'deliverables' | 'meeting_on' | 'overall'> & {
  cycle: NonNullable<ReadPlan['cycle']>
}

async function cycleFor(ctx: Ctx, { year_id, held_by }: Year, read: OfCycle): Promise<string> {
  const { cycle } = read
  const known = (await listCycles(ctx, year_id)).find(({ period_to }) => period_to === cycle.period_to)
  if (known?.closed_at) refuse('', `${known.name} is closed. Nothing can be added to it.`)
  if (known) return known.cycle_id
  const dated = read.deliverables.flatMap(({ updates }) => updates.map(({ dated_on }) => dated_on ?? ''))
  const due_on = [cycle.period_to, read.meeting_on ?? '', ...dated].toSorted().at(-1)!
  const { cycle_id } = await ctx.db
    .insertInto('delivery_plan.cycle')
    .values({ ...cycle, year_id, held_by, due_on, overall: read.overall ?? null })
    .returning('cycle_id')
    .executeTakeFirstOrThrow()
  return cycle_id
}

type Place = { year: Year; theme_id: string; cycle_id: string | undefined }

/** 'Force' and 'VRU' are organisations; initials are somebody's of the Commissioner's office. */
const organisationOf = (owners: string) => (/^[A-Z]{2}(\/[A-Z]{2})*$/.test(owners) ? 'OPCC' : owners)

async function keepDeliverable(
  ctx: Ctx,
  name: string,
  { year, theme_id, cycle_id }: Place,
  one: ReadDeliverable,
) {
  const { number, words, owners, status, updates, line, due_on = null, success = null } = one
  const from = (where: number) => `${name}, line ${where}`
  const deliverable_id = await addDeliverable(
    ctx,
    year.year_id,
    {
      theme_id,
      number,
      words,
      owners,
      organisation: organisationOf(owners),
      ...BARE_DELIVERABLE,
      due_on,
      // What has a day is measured by it, until the office says otherwise.
      rule: due_on ? 'date' : 'none',
      success,
    },
    { read_from: from(line) },
  )
  const kept = { deliverable_id, cycle_id: cycle_id!, held_by: year.held_by }
  if (updates.length > 0)
    await ctx.db
      .insertInto('delivery_plan.update')
      .values(
        updates.map(({ dated_on, dated_to, author, words: said, line: at }) => ({
          ...kept,
          dated_on,
          dated_to,
          author,
          words: said,
          read_from: from(at),
        })),
      )
      .execute()
  if (status)
    await ctx.db
      .insertInto('delivery_plan.rating')
      .values({ ...kept, status, read_from: from(line) })
      .execute()
}
