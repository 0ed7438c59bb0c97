import type { Ctx } from '#platform/act.ts'
import { NotFound, refuse } from '#platform/errors.ts'
import type { CaseHead, OpenTask } from '../cases/get-case.ts'

/** The open task of a case by its id, or NotFound. */
export function openTask(theCase: CaseHead, task_id: string): OpenTask {
  const task = theCase.tasks.find((one) => one.task_id === task_id)
  if (!task) throw new NotFound('This task')
  return task
}

/** Ends a task as done or as no longer needed. A step that the contact rules ask for ends by itself and cannot be ticked off. */
export async function endTask(
  ctx: Ctx,
  theCase: CaseHead,
  task_id: string,
  ended_as: 'done' | 'not-needed',
): Promise<void> {
  if (openTask(theCase, task_id).step)
    refuse('ended_as', 'This follows from the contact rules. Record the attempt, and it ends by itself')
  await ctx.db
    .updateTable('support.task')
    .set({ done_on: ctx.today, done_by: ctx.actor.actor_id, ended_as })
    .where('task_id', '=', task_id)
    .execute()
}
