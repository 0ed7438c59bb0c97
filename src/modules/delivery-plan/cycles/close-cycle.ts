import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { wordsOfYear } from '../plans/queries.ts'
import type { overallForm } from './form.ts'
import { getCycle } from './queries.ts'

/** Closes a cycle for good: nobody is asked any more, and what was said stays. */
export async function closeCycle(ctx: Ctx, cycle_id: string): Promise<void> {
  const cycle = await getCycle(ctx, cycle_id)
  if (cycle.closed_at)
    refuse('', `This ${(await wordsOfYear(ctx, cycle.year_id)).cycle.one} is closed already.`)
  await ctx.db
    .updateTable('delivery_plan.cycle')
    .set({ closed_at: ctx.now })
    .where('cycle_id', '=', cycle_id)
    .execute()
  await ctx.db
    .updateTable('delivery_plan.update_request')
    .set({ withdrawn_at: ctx.now })
    .where('cycle_id', '=', cycle_id)
    // What was taken back earlier was not asked at the end.
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Keeps the overall statement of a cycle: a person types it. Earlier wordings are kept with who changed them. */
export async function stateOverall(
  ctx: Ctx,
  cycle_id: string,
  { overall }: ValuesOf<typeof overallForm>,
): Promise<void> {
  await getCycle(ctx, cycle_id)
  await ctx.db.updateTable('delivery_plan.cycle').set({ overall }).where('cycle_id', '=', cycle_id).execute()
}
