import { sql } from 'kysely'
import type { Ctx } from '../act.ts'
import { refuse } from '../errors.ts'
import { SEND_MAIL } from './queue-mail.ts'
import { asSender, EMPTIED } from './send-waiting.ts'

/** A message that did not certainly leave, without whom it is to and what it says. */
export type Unsent = {
  message_id: string
  about: string
  state: 'waiting' | 'refused' | 'unsure'
  why: string | null
  tries: number
  queued_at: Date
  try_at: Date
  ended_at: Date | null
  /** Its address is still kept. */
  can_be_sent: boolean
}

/** What was refused, what may or may not have arrived, and what has been tried and waits: of the last 90 days, the newest first, 200 at most. */
export async function listUnsent(ctx: Ctx): Promise<Unsent[]> {
  await asSender(ctx, true)
  const { rows } = await sql<Unsent>`
    select message_id, about, state, why, tries, queued_at, try_at, ended_at, to_address is not null as can_be_sent from mail.message
    where (state in ('refused', 'unsure') or state = 'waiting' and tries > 0) and queued_at > ${new Date(ctx.now.getTime() - 90 * 24 * 60 * 60_000)}
    order by queued_at desc, message_id limit 200`.execute(ctx.db)
  await asSender(ctx, false)
  return rows
}

const GONE = 'It was sent again or left already, or its address is no longer kept.'

/** Has a message that was refused, or is unsure, sent again to the same address, tried as often as a new one. Refuses where there is none. */
export async function sendAgain(ctx: Ctx, message_id: string): Promise<void> {
  await settle(ctx, message_id, { state: 'waiting', why: null, tries: 0, try_at: ctx.now, ended_at: null })
  await ctx.enqueue(SEND_MAIL, {})
}

/** Leaves a message unsent for good: its address and words are taken out now. Refuses where there is none. */
export const leaveUnsent = (ctx: Ctx, message_id: string): Promise<void> => settle(ctx, message_id, EMPTIED)

async function settle(
  ctx: Ctx,
  message_id: string,
  becomes: typeof EMPTIED | { state: 'waiting'; why: null; tries: number; try_at: Date; ended_at: null },
): Promise<void> {
  await asSender(ctx, true)
  const { numUpdatedRows } = await ctx.db
    .updateTable('mail.message')
    .set(becomes)
    .where('message_id', '=', message_id)
    .where('state', 'in', ['refused', 'unsure'])
    .where('to_address', 'is not', null)
    .executeTakeFirst()
  await asSender(ctx, false)
  if (numUpdatedRows === 0n) refuse('', GONE)
}
