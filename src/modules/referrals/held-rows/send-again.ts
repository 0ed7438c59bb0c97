import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { TransferVictim } from '../mapping-profiles/transfer-fields.ts'

/**
 * Rows that came again while the first one is held: the sender may have mended what was missing. The new row stays a duplicate; what it
 * says takes the place of what the held one said, and the queue shows that there is news. Gives how many were renewed.
 */
export async function renewHeldRows(
  ctx: Ctx,
  held_by: string,
  again: readonly { key: string; victim: TransferVictim }[],
): Promise<number> {
  if (again.length === 0) return 0
  const { rows } = await sql<{ held_row_id: string }>`
    with news as (select * from json_to_recordset(${JSON.stringify(again)}::json) as n (key uuid, victim jsonb)),
    renewed as (
      update referrals.held_row h set victim = n.victim, problems = '{}' from news n
        join referrals.arrival a on a.area_id = ${ctx.actor.area_id} and a.held_by = ${held_by}::uuid and a.arrival_key = n.key
      where h.area_id = a.area_id and h.referral_id = a.referral_id and h.settled_at is null and h.victim is distinct from n.victim
      returning h.held_row_id)
    insert into referrals.held_row_step (held_row_id, held_by, step)
    select held_row_id, ${held_by}::uuid, 'sent-again' from renewed returning held_row_id`.execute(ctx.db)
  return rows.length
}
