import { startPaper } from '#papers'
import { type Act, newId } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { castActor } from './cast-actor.ts'

/** The service's report on January 2017 to December 2018, as its manager would start it; left alone when it is there. */
export async function firstPaper(pools: Pools, act: Act, area: string): Promise<void> {
  const manager = await castActor(pools, act, area, 'Ruth Adeyemi')
  await act(manager, { visit_id: newId(), query: {} }, async (ctx) => {
    const there = await ctx.db
      .selectFrom('papers.paper')
      .select('paper_id')
      .where('period_from', '=', '2017-01-01')
      .executeTakeFirst()
    if (there) return
    await startPaper(ctx, {
      template: 'service-report',
      period_from: '2017-01-01',
      period_to: '2018-12-31',
      report_to: 'Strategic Resources and Performance Meeting',
      meeting_on: '2019-03-07',
      agenda_item: '3',
      report_author: manager.name,
      author_email: null,
      other_contacts: null,
      for_what: 'information',
      is_public: true,
    })
  })
}
