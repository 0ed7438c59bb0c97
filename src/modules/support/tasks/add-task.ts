import { addWorkingDays } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { refuseWhenClosed } from '../closure/refuse-when-closed.ts'
import type { TaskToAdd } from './form.ts'
import { chosenDueDay } from './working-day.ts'

/** Adds a task to a case, due in working days or on a chosen day (moved to a working day). */
export async function addTask(
  ctx: Ctx,
  theCase: CaseHead,
  { what, due_in, due_on }: TaskToAdd,
): Promise<void> {
  refuseWhenClosed(theCase)
  const { case_id, held_by } = theCase
  if (due_in === 'day' && due_on === null) refuse('due_on', 'Enter the day')
  if (due_in !== 'day' && due_on !== null)
    refuse('due_in', `You typed a day, too. Select “On a day that I choose”, or leave the day empty`)
  const due = due_in === 'day' ? chosenDueDay(due_on!, ctx.today) : addWorkingDays(ctx.today, Number(due_in))
  await ctx.db.insertInto('support.task').values({ case_id, held_by, what, due_on: due }).execute()
}
