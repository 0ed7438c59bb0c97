import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import type { IntakeResult } from '#reference'

export type Receipt = {
  receipt_id: string
  referral_id: string
  reference: string
  sent_on: string
  file_name: string
  row_number: number
  occurrence_number: string | null
  result: IntakeResult
  missing: string[]
  question: string | null
  held_row_id: string | null
  answer_to: string | null
  given_at: Date
  /** Whether it is the one that counts of its referral. */
  is_newest: boolean
}
export const RECEIPTS_SHOWN = 25

const IS_NEWEST = sql`not exists (select from referrals.receipt n
  where n.area_id = r.area_id and n.referral_id = r.referral_id and n.held_by = r.held_by and n.receipt_id > r.receipt_id)`
const RECEIPT = sql`receipt_id, referral_id, reference, sent_on, file_name, row_number, occurrence_number, result, missing, question, held_row_id, answer_to, given_at, ${IS_NEWEST} as is_newest`

/** The newest receipt of each referral that this actor's team was given, newest first; `wanting`: only those that ask for something. */
export async function listReceipts(
  ctx: Ctx,
  before: string | undefined,
  wanting: boolean,
): Promise<Receipt[]> {
  const { rows } = await sql<Receipt>`select ${RECEIPT} from referrals.receipt r
    where ${IS_NEWEST} ${before ? sql`and receipt_id < ${before}::uuid` : sql``} ${wanting ? sql`and (missing <> '{}' or question is not null)` : sql``}
    order by receipt_id desc limit ${RECEIPTS_SHOWN + 1}`.execute(ctx.db)
  return rows
}

/** The receipts of one occurrence, newest first: whether a referral arrived, and what became of it since. */
export async function findReceipts(ctx: Ctx, occurrence: string): Promise<Receipt[]> {
  const { rows } = await sql<Receipt>`select ${RECEIPT} from referrals.receipt r
    where occurrence_number = ${occurrence.trim()} or reference = ${occurrence.trim().toUpperCase()} order by receipt_id desc limit ${RECEIPTS_SHOWN}`.execute(
    ctx.db,
  )
  return rows
}

export async function getReceipt(ctx: Ctx, receipt_id: string): Promise<Receipt> {
  const { rows } =
    await sql<Receipt>`select ${RECEIPT} from referrals.receipt r where receipt_id = ${receipt_id}`.execute(
      ctx.db,
    )
  return found(rows[0], 'This receipt')
}
