import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { giveReceipt } from '../receipts/give-receipt.ts'
import { getHeldRow } from './queries.ts'
import { refuseNames } from '../receipts/refuse-names.ts'
import { refuseSettled, takeStep } from './take-step.ts'

/**
 * Closes a held row without a referral. Its result stays what it was; what was kept of the person is erased, and a sender who was asked for
 * something is asked no longer. Refuses a note that names the person.
 */
export async function closeHeldRow(
  ctx: Ctx,
  held_row_id: string,
  because: string,
  note: string | null,
): Promise<void> {
  const row = await getHeldRow(ctx, held_row_id)
  refuseSettled(row)
  refuseNames('note', note, row.victim)
  await sql`update referrals.held_row set settled_at = now(), settled_as = 'closed', closed_because = ${because}, victim = null, cells = null, problems = '{}'
    where held_row_id = ${held_row_id}`.execute(ctx.db)
  await takeStep(ctx, row, 'closed', note)
  if (row.asked || row.missing.length > 0) await giveReceipt(ctx, row, { result: row.result, missing: [] })
}
