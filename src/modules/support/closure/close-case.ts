import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { tellSender } from '#referrals'
import type { CaseHead } from '../cases/get-case.ts'
import { keepNextStep } from '../contact-attempts/keep-next-step.ts'
import { referrerOf } from '../hand-over/given-referrer.ts'
import type { Closing } from './form.ts'
import { refuseWhenClosed } from './refuse-when-closed.ts'

/**
 * Closes a case with its reason (domain 5). Open tasks must be ended knowingly, and `no-contact` only after the attempts that domain
 * 4.4 asks for; the last self-assessment is offered, or it is said that it was not. Whoever referred is told what the agreement with
 * them allows. Refuses a case offered to another team. Gives the name of who was told, or null.
 */
export async function closeCase(ctx: Ctx, theCase: CaseHead, closing: Closing): Promise<string | null> {
  refuseWhenClosed(theCase)
  if (theCase.offer) refuse('', 'The case is offered to another team. Withdraw the offer first')
  const { case_id, held_by } = theCase
  const open = theCase.tasks.filter((task) => !task.step)
  if (open.length > 0 && closing.open_tasks !== 'not-needed')
    refuse('open_tasks', 'Do the open tasks first, or say that none of them is needed any more')
  const step = theCase.tasks.find((task) => task.step)?.step
  if (closing.reason === 'no-contact' && step !== 'close-no-contact')
    refuse(
      'reason',
      step
        ? 'Not every attempt has been made yet: three, on two dates and at two times of day, then one message if safe. If there is no safe way to reach them, say so under “Record a call”'
        : 'They were reached, so this is not the reason. Did they stop engaging?',
    )
  await ctx.db
    .insertInto('support.closure')
    .values({
      case_id,
      held_by,
      closed_on: ctx.today,
      reason: closing.reason,
      note: closing.note,
      last_self_assessment: closing.last_self_assessment,
    })
    .execute()
  if (open.length > 0)
    await ctx.db
      .updateTable('support.task')
      .set({ done_on: ctx.today, done_by: ctx.actor.actor_id, ended_as: 'not-needed' })
      .where('case_id', '=', case_id)
      .where('step', 'is', null)
      .where('done_on', 'is', null)
      .execute()
  await keepNextStep(ctx, case_id)
  // Better details may reach them after all: the sender is asked for what it may have (domain 4.5).
  const referrer = await referrerOf(ctx, theCase)
  return closing.reason === 'no-contact'
    ? tellSender(ctx, referrer, 'no-contact', ['contact-details'])
    : tellSender(ctx, referrer, 'closed')
}
