import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { giveReceipt } from './give-receipt.ts'
import { getHeldRow } from '../held-rows/queries.ts'
import { refuseNames } from './refuse-names.ts'
import { refuseSettled, takeStep } from '../held-rows/take-step.ts'

/**
 * Sends a held row back with a question: the sender's team gets it with the occurrence number and sees nothing else of the row. Refuses a
 * question that names the person, and one to a sender who has no team here to read it.
 */
export async function askSender(ctx: Ctx, held_row_id: string, question: string): Promise<void> {
  const row = await getHeldRow(ctx, held_row_id)
  refuseSettled(row)
  refuseNames('question', question, row.victim)
  await sql`update referrals.held_row set asked_at = now() where held_row_id = ${held_row_id}`.execute(ctx.db)
  await takeStep(ctx, row, 'asked', question)
  if (!(await giveReceipt(ctx, row, { result: row.result, missing: row.missing, question })))
    refuse(
      'question',
      `${row.sender} cannot read questions here. Ask them another way, and write what they say with “Put it right”`,
    )
}
