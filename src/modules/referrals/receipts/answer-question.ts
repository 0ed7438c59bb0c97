import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { getReceipt } from './queries.ts'

/** Gives the asking team an answer to its question; the sender sees nothing of the row it is about. */
export async function answerQuestion(ctx: Ctx, receipt_id: string, answer: string): Promise<void> {
  const { question, held_row_id, answer_to } = await getReceipt(ctx, receipt_id)
  if (!question || !held_row_id || !answer_to) refuse('', 'Nothing was asked about this referral')
  await sql`insert into referrals.held_row_step (held_row_id, held_by, step, note)
    values (${held_row_id}::uuid, ${answer_to}::uuid, 'answered', ${answer})`.execute(ctx.db)
}
