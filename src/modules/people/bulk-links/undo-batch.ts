import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { found, refuse } from '#platform/errors.ts'

/**
 * Takes back everything a bulk comparison linked and still is linked, and empties its part of the review queue. What people decided
 * stays. Both records of every pair are as they were; the history keeps both. Gives how many links were undone. Throws NotFound.
 */
export async function undoBatch(ctx: Ctx, link_batch_id: string, because: string): Promise<number> {
  const batch = found(
    await ctx.db
      .selectFrom('people.link_batch')
      .select('undone_at')
      .where('link_batch_id', '=', link_batch_id)
      .executeTakeFirst(),
    'This comparison',
  )
  if (batch.undone_at) refuse('', 'This comparison was undone already')
  const { numAffectedRows } = await sql`
    with undone as (update people.link set unlinked_at = now() where batch_id = ${link_batch_id} and unlinked_at is null
      returning held_by, person_id, other_person_id, batch_id)
    insert into people.link_decision (held_by, person_id, other_person_id, decision, because, batch_id)
    select held_by, person_id, other_person_id, 'unlinked', ${because}, batch_id from undone`.execute(ctx.db)
  await sql`update people.link_review set decided_at = now() where link_batch_id = ${link_batch_id} and decided_at is null`.execute(
    ctx.db,
  )
  await ctx.db
    .updateTable('people.link_batch')
    .set({ undone_at: ctx.now, undone_by: ctx.actor.actor_id, undone_because: because })
    .where('link_batch_id', '=', link_batch_id)
    .execute()
  return Number(numAffectedRows ?? 0)
}
