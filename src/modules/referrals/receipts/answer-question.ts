import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { getReceipt } from './queries.ts'

/** Gives the asking team an answer to its question; the sender sees nothing of the row it is about, and is asked no longer. */
export async function answerQuestion(ctx: Ctx, receipt_id: string, answer: string): Promise<void> {
  const { question, held_row_id, answer_to, is_newest } = await getReceipt(ctx, receipt_id)
  if (!question || !held_row_id || !answer_to) refuse('', 'Nothing was asked about this referral')
  if (!is_newest) refuse('', 'This question has been answered, or is not asked any more')
  await sql`insert into referrals.held_row_step (held_row_id, held_by, step, note)
    values (${held_row_id}::uuid, ${answer_to}::uuid, 'answered', ${answer})`.execute(ctx.db)
  await sql`insert into referrals.receipt (held_by, referral_id, reference, sent_on, file_name, row_number, victim_number, occurrence_number, result, missing)
    select held_by, referral_id, reference, sent_on, file_name, row_number, victim_number, occurrence_number, result, missing
    from referrals.receipt where receipt_id = ${receipt_id}`.execute(ctx.db)
}
