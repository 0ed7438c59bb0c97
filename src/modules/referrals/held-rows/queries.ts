import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import type { IntakeResult } from '#reference'
import type { TransferVictim } from '../mapping-profiles/transfer-fields.ts'

export type HeldRowLine = {
  held_row_id: string
  referral_id: string
  reference: string
  result: IntakeResult
  offence_text: string | null
  occurrence_number: string | null
  received_on: string
  asked: boolean
  answered: boolean
}
export type HeldRow = HeldRowLine & {
  held_by: string
  problems: string[]
  victim: TransferVictim | null
  /** Heading and cell, as the row came. */
  cells: [string, string][] | null
  missing: string[]
  transfer_id: string
  file_name: string
  row_number: number
  victim_number: number
  profile: string
  sender: string
  sent_on: string
  settled_as: 'released' | 'closed' | null
  closed_because: string | null
}

// Newer than the question, so that what somebody has to do again stands out.
const ANSWERED = sql<boolean>`exists (select from referrals.held_row_step s where s.area_id = h.area_id and s.held_row_id = h.held_row_id
  and s.step in ('answered', 'sent-again') and s.taken_at >= coalesce(h.asked_at, h.held_at))`
const LINE = sql`h.held_row_id, h.referral_id, r.reference, h.result, r.offence_text, r.occurrence_number, r.received_on,
  h.asked_at is not null as asked, ${ANSWERED} as answered`
const JOINED = sql`referrals.held_row h join referrals.referral r on r.area_id = h.area_id and r.referral_id = h.referral_id`

export const HELD_SHOWN = 50

/** Rows that wait, in the order in which they arrived, after a place in the queue; all or those held for one reason. */
export async function listHeldRows(ctx: Ctx, after?: string, result?: string): Promise<HeldRowLine[]> {
  const { rows } = await sql<HeldRowLine>`select ${LINE} from ${JOINED}
    where h.settled_at is null ${after ? sql`and h.held_row_id > ${after}::uuid` : sql``} ${result ? sql`and h.result = ${result}` : sql``}
    order by h.held_row_id limit ${HELD_SHOWN + 1}`.execute(ctx.db)
  return rows
}

/** How many rows wait; 501 stands for more than 500. */
export async function countWaiting(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from referrals.held_row where settled_at is null limit 501) counted`.execute(
    ctx.db,
  )
  return rows[0]!.n
}

/** One held row with everything that is kept of it. Throws NotFound. */
export async function getHeldRow(ctx: Ctx, held_row_id: string): Promise<HeldRow> {
  const { rows } =
    await sql<HeldRow>`select ${LINE}, h.held_by, h.problems, h.victim, h.cells, r.missing, r.transfer_id, t.file_name, r.row_number,
      r.victim_number, t.profile, t.sender, t.sent_on, h.settled_as, h.closed_because
    from ${JOINED} join referrals.transfer t on t.area_id = r.area_id and t.transfer_id = r.transfer_id
    where h.held_row_id = ${held_row_id}`.execute(ctx.db)
  return found(rows[0], 'This held row')
}

export type HeldRowStep = { step: string; note: string | null; taken_at: Date; taken_by: string | null }

/** What has been done about it, oldest first. */
export async function stepsOf(ctx: Ctx, held_row_id: string): Promise<HeldRowStep[]> {
  const { rows } =
    await sql<HeldRowStep>`select s.step, s.note, s.taken_at, m.name as taken_by from referrals.held_row_step s
    left join access.member m on m.area_id = s.area_id and m.member_id = s.taken_by
    where s.held_row_id = ${held_row_id} order by s.held_row_step_id`.execute(ctx.db)
  return rows
}
