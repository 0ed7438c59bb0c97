import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { refuseWhenClosed } from '../closure/refuse-when-closed.ts'
import type { Allocating } from './form.ts'
import { listWorkers } from './list-workers.ts'

/**
 * Allocates or re-allocates a case to a member of the team that holds it. A worker takes a case for themself; only a manager gives it
 * to another. Refuses who is not in the team, and who said before that they know the person (domain 2, conflict).
 */
export async function allocateCase(ctx: Ctx, theCase: CaseHead, wanted: Allocating): Promise<void> {
  refuseWhenClosed(theCase)
  const { case_id, held_by } = theCase
  const { allocated_to, knows_person, because } = wanted
  const worker = (await listWorkers(ctx, theCase)).find((one) => one.member_id === allocated_to)
  if (!worker) refuse('allocated_to', 'Select somebody who is in the team that holds the case')
  if (worker.knows_person)
    refuse('allocated_to', `${worker.name} said that they know this person. Select somebody else`)
  if (allocated_to !== ctx.actor.actor_id && !ctx.actor.roles.includes('team_manager'))
    refuse('allocated_to', 'You can take a case yourself. Ask your team manager to give it to somebody else')
  await ctx.db
    .insertInto('support.allocation')
    .values({
      case_id,
      held_by,
      allocated_to,
      knows_person,
      because,
      answered_at: knows_person === 'no' ? ctx.now : null,
    })
    .execute()
  await ctx.db.updateTable('support.case').set({ allocated_to }).where('case_id', '=', case_id).execute()
}
