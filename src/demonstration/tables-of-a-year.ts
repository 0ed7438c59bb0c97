import { decideRule, publishTables, readToPublish } from '#insight'
import { type Act, newId } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { castActor } from './cast-actor.ts'

const YEAR = { from: '2013-04-01', to: '2014-03-31' }
const BECAUSE =
  "Nottinghamshire's victims' strategy of 2014 published these counts as they are. They are of the whole police force area over a year, by class, strand or number " +
  'of crimes alone: nothing in them says where, on which day, or of what age or sex anybody is.'

/** The tables of recorded crime of 2013-14 as the public reads them: what the strategy printed, published by the office's signatory. Those that are there stay. */
export async function tablesOfAYear(pools: Pools, act: Act, area: string): Promise<void> {
  const signatory = await castActor(pools, act, area, 'Craig Galloway')
  await act(signatory, { visit_id: newId(), query: {} }, async (ctx) => {
    const there = await ctx.db
      .selectFrom('insight.published_tables')
      .select('address')
      .where('period_from', '=', YEAR.from)
      .executeTakeFirst()
    if (there) return
    for (const tables of ['domestic', 'hate', 'repeat'] as const)
      await decideRule(ctx, tables, { hide_below: 0, because: BECAUSE })
    await publishTables(ctx, YEAR, { read: await readToPublish(ctx, YEAR), because: null })
  })
}
