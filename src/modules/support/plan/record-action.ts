import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { refuseWhenClosed } from '../closure/refuse-when-closed.ts'
import { endTask } from '../tasks/end-task.ts'
import type { ActionDone } from './form.ts'

/**
 * Records something done for the person, which every figure of support counts: target hardening in items, the others in instances
 * (domain 5). `task_id` is the planned action that it answers: it is ended as done. Refuses a day before the case was opened.
 */
export async function recordAction(
  ctx: Ctx,
  theCase: CaseHead,
  done: ActionDone,
  task_id?: string,
): Promise<void> {
  refuseWhenClosed(theCase)
  const { case_id, held_by } = theCase
  if (done.acted_on < theCase.opened_on) refuse('acted_on', 'The day must not be before the case was opened')
  const counted = done.type === 'target-hardening'
  if (counted && done.quantity === null) refuse('quantity', 'Enter the number of items')
  if (!counted && (done.quantity ?? 1) > 1)
    refuse('quantity', 'Only target hardening is counted in items. Leave this empty')
  await ctx.db
    .insertInto('support.action')
    .values({ case_id, held_by, ...done, quantity: done.quantity ?? 1 })
    .execute()
  if (task_id) await endTask(ctx, theCase, task_id, 'done')
}
