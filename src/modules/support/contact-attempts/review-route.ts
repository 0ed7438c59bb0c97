import type { Ctx } from '#platform/act.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { refuseWhenClosed } from '../closure/refuse-when-closed.ts'
import { keepNextStep } from './keep-next-step.ts'

/** Records what was found about a doubtful way of contact; attempts may go on from then (domain 4.3). */
export async function reviewRoute(ctx: Ctx, theCase: CaseHead, finding: string): Promise<void> {
  refuseWhenClosed(theCase)
  const { case_id, held_by } = theCase
  await ctx.db.insertInto('support.route_review').values({ case_id, held_by, finding }).execute()
  await keepNextStep(ctx, case_id)
}
