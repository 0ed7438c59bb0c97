import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { DB } from '#platform/database/tables.ts'
import { found } from '#platform/errors.ts'
import { levelWords, type LevelWords } from '../level-words.ts'
import type { SourcedFigure } from '../updates/figures-in-text.ts'

export type Plan = Selectable<DB['delivery_plan.plan']>
export type Theme = Selectable<DB['delivery_plan.theme']>
export type Year = Selectable<DB['delivery_plan.year']>
export type Owner = Selectable<DB['delivery_plan.owner']>

/** The plans this actor's teams hold, the latest first; a hundred at most. */
export const listPlans = (ctx: Ctx): Promise<Plan[]> =>
  ctx.db.selectFrom('delivery_plan.plan').selectAll().orderBy('starts_on', 'desc').limit(100).execute()

/** One plan. Throws NotFound. */
export const getPlan = async (ctx: Ctx, plan_id: string): Promise<Plan> =>
  found(
    await ctx.db
      .selectFrom('delivery_plan.plan')
      .selectAll()
      .where('plan_id', '=', plan_id)
      .executeTakeFirst(),
  )

/** The plan of just these days, if the office has one. */
export const planOfDays = (
  ctx: Ctx,
  { starts_on, ends_on }: Pick<Plan, 'starts_on' | 'ends_on'>,
): Promise<Plan | undefined> =>
  ctx.db
    .selectFrom('delivery_plan.plan')
    .selectAll()
    .where('starts_on', '=', starts_on)
    .where('ends_on', '=', ends_on)
    .executeTakeFirst()

/** A plan's themes, in order. */
export const listThemes = (ctx: Ctx, plan_id: string): Promise<Theme[]> =>
  ctx.db
    .selectFrom('delivery_plan.theme')
    .selectAll()
    .where('plan_id', '=', plan_id)
    .orderBy('number')
    .execute()

/** A plan's years, the latest first. */
export const listYears = (ctx: Ctx, plan_id: string): Promise<Year[]> =>
  ctx.db
    .selectFrom('delivery_plan.year')
    .selectAll()
    .where('plan_id', '=', plan_id)
    .orderBy('starts_on', 'desc')
    .execute()

/** One year's delivery plan. Throws NotFound. */
export const getYear = async (ctx: Ctx, year_id: string): Promise<Year> =>
  found(
    await ctx.db
      .selectFrom('delivery_plan.year')
      .selectAll()
      .where('year_id', '=', year_id)
      .executeTakeFirst(),
  )

/** The office's words for the levels of the plan that a year is of. Throws NotFound. */
export const wordsOfYear = async (ctx: Ctx, year_id: string): Promise<LevelWords> =>
  levelWords(await getPlan(ctx, (await getYear(ctx, year_id)).plan_id))

export type NamedOwner = Owner & { member_name: string | null; team_name: string | null }

const owners = (ctx: Ctx) =>
  ctx.db
    .selectFrom('delivery_plan.owner as o')
    .leftJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 'o.area_id').onRef('m.member_id', '=', 'o.member_id'),
    )
    .leftJoin('access.team as t', (join) =>
      join.onRef('t.area_id', '=', 'o.area_id').onRef('t.team_id', '=', 'o.team_id'),
    )
    .selectAll('o')
    .select(['m.name as member_name', 't.name as team_name'])

/** A plan's owners, by their letters. */
export const listOwners = (ctx: Ctx, plan_id: string): Promise<NamedOwner[]> =>
  owners(ctx).where('o.plan_id', '=', plan_id).orderBy('o.initials').execute()

/** One owner. Throws NotFound. */
export const getOwner = async (ctx: Ctx, owner_id: string): Promise<NamedOwner> =>
  found(await owners(ctx).where('o.owner_id', '=', owner_id).executeTakeFirst())

/** A plan's figures from elsewhere, by name, each with who entered it. */
export const listSourcedFigures = (ctx: Ctx, plan_id: string): Promise<SourcedFigure[]> =>
  ctx.db
    .selectFrom('delivery_plan.sourced_figure as f')
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 'f.area_id').onRef('m.member_id', '=', 'f.recorded_by'),
    )
    .selectAll('f')
    .select('m.name as recorded_by_name')
    .where('f.plan_id', '=', plan_id)
    .orderBy('f.name')
    .execute()

/** The cycle of a plan that is open, the latest if several years have one; undefined when none is. */
export const openCycleOf = async (ctx: Ctx, plan_id: string): Promise<string | undefined> =>
  (
    await ctx.db
      .selectFrom('delivery_plan.cycle as c')
      .innerJoin('delivery_plan.year as y', (join) =>
        join.onRef('y.area_id', '=', 'c.area_id').onRef('y.year_id', '=', 'c.year_id'),
      )
      .select('c.cycle_id')
      .where('y.plan_id', '=', plan_id)
      .where('c.closed_at', 'is', null)
      .orderBy('c.period_to', 'desc')
      .executeTakeFirst()
  )?.cycle_id
