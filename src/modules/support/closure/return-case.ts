import { sql } from 'kysely'
import { dayInWords } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { tellable, tellSender } from '#referrals'
import { listWorkers } from '../allocation/list-workers.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { referrerOf } from '../hand-over/given-referrer.ts'
import { openCase } from '../opening/open-case.ts'
import { keepNextStep } from '../contact-attempts/keep-next-step.ts'
import { returnsAsSameCase } from './six-months.ts'

/**
 * The person came back ("dip in and out", domain 5): within six months of closing the same case is open again, with the contact
 * attempts counted anew; later a new case is opened that is linked to this one. Gives the id of the case to go on with.
 */
export async function returnCase(
  ctx: Ctx,
  theCase: CaseHead,
  { returned_on, because }: { returned_on: string; because: string },
): Promise<string> {
  const { case_id, held_by, closure } = theCase
  if (!closure) refuse('', 'This case is open: there is nothing to come back to')
  if (returned_on < closure.closed_on)
    refuse(
      'returned_on',
      `They cannot come back before the case was closed, on ${dayInWords(closure.closed_on)}`,
    )
  if (!returnsAsSameCase(closure.closed_on, returned_on)) return newCase(ctx, theCase, because)
  await ctx.db
    .updateTable('support.closure')
    .set({ returned_on })
    .where('closure_id', '=', closure.closure_id)
    .execute()
  await ctx.db.insertInto('support.note').values({ case_id, held_by, body: because }).execute()
  if (!(await whoGoesOn(ctx, theCase)))
    await ctx.db
      .updateTable('support.case')
      .set({ allocated_to: null, worker: null })
      .where('case_id', '=', case_id)
      .execute()
  await keepNextStep(ctx, case_id)
  // Told that it had ended, the sender is told that it goes on; else it would learn by this that it had.
  const referrer = await referrerOf(ctx, theCase)
  if (tellable(referrer, closure.reason === 'no-contact' ? 'no-contact' : 'closed'))
    await tellSender(ctx, referrer, 'accepted')
  return case_id
}

/** Who works on the case once it is open again: its worker, if they still work in the team that holds it. Undefined: it waits for somebody. */
export const whoGoesOn = async (ctx: Ctx, theCase: CaseHead): Promise<string | undefined> =>
  (await listWorkers(ctx, theCase)).find((one) => one.member_id === theCase.allocated_to && !one.knows_person)
    ?.name

async function newCase(ctx: Ctx, earlier: CaseHead, because: string): Promise<string> {
  const { person_id, held_by, tier, sensitive, enhanced_reasons, case_id: follows_case_id } = earlier
  const { rows } = await sql<{ reference: string }>`
    select c.reference from support.case c where c.follows_case_id = ${follows_case_id} and c.held_by = any (access.my_teams())
      and not exists (select from support.closure x where x.area_id = c.area_id and x.case_id = c.case_id and x.returned_on is null)`.execute(
    ctx.db,
  )
  if (rows[0]) refuse('', `They came back already: case ${rows[0].reference} is open. Go on with that one`)
  const case_id = await openCase(ctx, {
    person_id,
    held_by,
    tier,
    sensitive,
    enhanced_reasons,
    follows_case_id,
  })
  await ctx.db.insertInto('support.note').values({ case_id, held_by, body: because }).execute()
  return case_id
}
