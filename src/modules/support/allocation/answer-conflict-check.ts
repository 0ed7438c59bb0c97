import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { NotFound } from '#platform/errors.ts'
import type { CaseHead } from '../cases/get-case.ts'

/**
 * The worker says whether they know the person (domain 2, conflict). If they do, the case goes back to waiting for allocation and is
 * closed to them from then on. Throws NotFound for anybody but the worker that it is allocated to.
 */
export async function answerConflictCheck(
  ctx: Ctx,
  theCase: CaseHead,
  knows_person: 'yes' | 'no',
): Promise<void> {
  const { case_id, allocated_to } = theCase
  if (allocated_to !== ctx.actor.actor_id) throw new NotFound('This question')
  await sql`
    update support.allocation a set knows_person = ${knows_person}, answered_at = ${ctx.now}
    where a.case_id = ${case_id} and a.allocated_to = ${allocated_to} and a.knows_person = 'not-asked'`.execute(
    ctx.db,
  )
  if (knows_person === 'yes')
    await ctx.db
      .updateTable('support.case')
      .set({ allocated_to: null })
      .where('case_id', '=', case_id)
      .execute()
}
