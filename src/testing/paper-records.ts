import type { Maker } from './maker.ts'

/** What a paper about a plan is made of, held by the same team as the others of the access matrix; the matrix's paper is about this plan. */
export const PAPER_RECORDS: Record<string, Maker> = {
  update_id: async (ctx, { paper_id, deliverable_id, cycle_id }) => {
    const { held_by, theme_id } = await ctx.db
      .selectFrom('delivery_plan.deliverable')
      .select(['held_by', 'theme_id'])
      .where('deliverable_id', '=', deliverable_id!)
      .executeTakeFirstOrThrow()
    await ctx.db
      .insertInto('papers.plan_subject')
      .values({ paper_id: paper_id!, cycle_id: cycle_id!, theme_id, held_by })
      .execute()
    const { update_id } = await ctx.db
      .insertInto('delivery_plan.update')
      .values({
        deliverable_id: deliverable_id!,
        cycle_id: cycle_id!,
        held_by,
        dated_on: '2026-10-02',
        author: 'NW',
        words: 'There are 34 Community Points.',
      })
      .returning('update_id')
      .executeTakeFirstOrThrow()
    return update_id
  },
  template_id: async (ctx, { deliverable_id }) => {
    const { held_by } = await ctx.db
      .selectFrom('delivery_plan.deliverable')
      .select('held_by')
      .where('deliverable_id', '=', deliverable_id!)
      .executeTakeFirstOrThrow()
    const sections = [{ heading: 'Purpose', kind: 'numbered', blocks: [{ paragraph: 'To report.' }] }]
    const draft = { title: 'Report', about: 'service', front_sheet: [], sections, figures: {} }
    const { template_id } = await ctx.db
      .insertInto('papers.template')
      .values({ held_by, name: 'Matrix', about: 'service', draft: JSON.stringify(draft) })
      .returning('template_id')
      .executeTakeFirstOrThrow()
    return template_id
  },
  place: async () => '1',
  block: async () => '1',
}
