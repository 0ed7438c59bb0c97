import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { giveReceipt } from './give-receipt.ts'
import { getHeldRow } from '../held-rows/queries.ts'
import { refuseSettled, takeStep } from '../held-rows/take-step.ts'

/** Sends a held row back with a question: the sender's team gets it with the occurrence number and sees nothing else of the row. */
export async function askSender(ctx: Ctx, held_row_id: string, question: string): Promise<void> {
  const row = await getHeldRow(ctx, held_row_id)
  refuseSettled(row)
  await sql`update referrals.held_row set asked_at = now() where held_row_id = ${held_row_id}`.execute(ctx.db)
  await takeStep(ctx, row, 'asked', question)
  await giveReceipt(ctx, row, { result: row.result, missing: row.missing, question })
}
