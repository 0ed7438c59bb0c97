import { held, type Maker } from './maker.ts'

/** One record of each kind of a delivery plan, held by the same team as the others of the access matrix. */
export const PLAN_RECORDS: Record<string, Maker> = {
  plan_id: async (ctx) => {
    const colours = { green_means: 'G', amber_means: 'A', red_means: 'R', white_means: 'W' }
    const { plan_id } = await ctx.db
      .insertInto('delivery_plan.plan')
      .values({
        held_by: await held(ctx),
        title: 'Plan',
        starts_on: '2026-04-01',
        ends_on: '2029-03-31',
        ...colours,
      })
      .returning('plan_id')
      .executeTakeFirstOrThrow()
    return plan_id
  },
  owner_id: async (ctx, { plan_id }) => {
    const { owner_id } = await ctx.db
      .insertInto('delivery_plan.owner')
      .values({ held_by: await held(ctx), plan_id: plan_id!, initials: 'NW' })
      .returning('owner_id')
      .executeTakeFirstOrThrow()
    return owner_id
  },
  year_id: async (ctx, { plan_id }) => {
    const { year_id } = await ctx.db
      .insertInto('delivery_plan.year')
      .values({
        held_by: await held(ctx),
        plan_id: plan_id!,
        title: 'Year',
        starts_on: '2026-04-01',
        ends_on: '2027-03-31',
      })
      .returning('year_id')
      .executeTakeFirstOrThrow()
    return year_id
  },
  deliverable_id: async (ctx, { plan_id, year_id }) => {
    const held_by = await held(ctx)
    const { theme_id } = await ctx.db
      .insertInto('delivery_plan.theme')
      .values({ held_by, plan_id: plan_id!, number: 1, title: 'Theme' })
      .returning('theme_id')
      .executeTakeFirstOrThrow()
    const { deliverable_id } = await ctx.db
      .insertInto('delivery_plan.deliverable')
      .values({ held_by, year_id: year_id!, theme_id, number: 1, words: 'Words', organisation: 'OPCC' })
      .returning('deliverable_id')
      .executeTakeFirstOrThrow()
    return deliverable_id
  },
  cycle_id: async (ctx, { year_id }) => {
    const period = { period_from: '2026-07-01', period_to: '2026-09-30', due_on: '2026-10-14' }
    const { cycle_id } = await ctx.db
      .insertInto('delivery_plan.cycle')
      .values({ held_by: await held(ctx), year_id: year_id!, name: 'Quarter 2', ...period })
      .returning('cycle_id')
      .executeTakeFirstOrThrow()
    return cycle_id
  },
  update_request_id: async (ctx, { owner_id, deliverable_id, cycle_id }) => {
    const held_by = await held(ctx)
    const about = { heading: 'Words', cycle_name: 'Quarter 2', year_from: '2026-04-01', due_on: '2026-10-14' }
    const period = { period_from: '2026-07-01', period_to: '2026-09-30' }
    const ids = { owner_id: owner_id!, deliverable_id: deliverable_id!, cycle_id: cycle_id! }
    const { update_request_id } = await ctx.db
      .insertInto('delivery_plan.update_request')
      .values({ held_by, given_to: held_by, ...ids, ...about, ...period })
      .returning('update_request_id')
      .executeTakeFirstOrThrow()
    return update_request_id
  },
  plan_import_id: async (ctx) => {
    const { plan_import_id } = await ctx.db
      .insertInto('delivery_plan.plan_import')
      .values({ held_by: await held(ctx), name: 'Paper', source_text: 'Nothing' })
      .returning('plan_import_id')
      .executeTakeFirstOrThrow()
    return plan_import_id
  },
  line: async () => '1',
}
