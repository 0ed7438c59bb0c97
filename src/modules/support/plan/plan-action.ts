import type { Ctx } from '#platform/act.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { refuseWhenClosed } from '../closure/refuse-when-closed.ts'
import { chosenDueDay } from '../tasks/working-day.ts'
import type { ActionPlanned } from './form.ts'

/** Puts an action into the support plan: a task of its type, due on a working day. Recording the action ends it. */
export async function planAction(ctx: Ctx, theCase: CaseHead, planned: ActionPlanned): Promise<void> {
  refuseWhenClosed(theCase)
  const { case_id, held_by } = theCase
  await ctx.db
    .insertInto('support.task')
    .values({ case_id, held_by, ...planned, due_on: chosenDueDay(planned.due_on, ctx.today) })
    .execute()
}
