import { sql } from 'kysely'
import type { Ctx } from '../act.ts'
import type { Deliver, Delivered, Leaving } from './deliver.ts'

/** A transaction of its own, as whoever the job runs as. */
export type Step = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>

// Minutes until a message is tried again: from at once to half a day, two days in all. Then it is given up.
const WAITS = [1, 5, 15, 60, 180, 360, 720, 720, 720]
const LOST_AFTER_MINUTES = 15
const AT_MOST = 1000
/** How long a message that was refused, or is unsure, can be sent again: then its address and words are taken out. */
export const KEPT_FOR_DAYS = 7

/**
 * Sends what is waiting in the area, each message once: it is marked as being sent, and that committed, before anything leaves. What the server
 * certainly has not taken is tried again later; what it may have taken (the answer was lost, the program was killed) is told as unsure and
 * never sent again. Two that run at once share the work. Returns how many were accepted.
 */
export async function sendWaiting(step: Step, deliver: Deliver, signal?: AbortSignal): Promise<number> {
  await step(giveUpLost)
  let accepted = 0
  for (let sent = 0; sent < AT_MOST && !signal?.aborted; sent++) {
    const message = await step(takeNext)
    if (!message) break
    const delivered = await deliver(message)
    await step((ctx) => keepWhatBecame(ctx, message, delivered))
    if (delivered.became === 'accepted') accepted++
  }
  return accepted
}

/**
 * Takes back what is waiting for somebody who no longer wants it, and the address of what could still be sent again; a message on its way is
 * not stopped, but its address is gone too, so that it is never tried again. Returns how many were waiting.
 */
export async function withdrawMail(ctx: Ctx, for_id: string): Promise<number> {
  await asSender(ctx, true)
  const { numDeletedRows } = await ctx.db
    .deleteFrom('mail.message')
    .where('for_id', '=', for_id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  await ctx.db
    .updateTable('mail.message')
    .set(EMPTIED)
    .where('for_id', '=', for_id)
    .where('state', 'in', ['refused', 'unsure', 'sending'])
    .execute()
  await asSender(ctx, false)
  return Number(numDeletedRows)
}

/** Reaches the messages for a moment: no page and no other transaction does. */
export const asSender = (ctx: Ctx, on: boolean) =>
  sql`select set_config('waymark.sending', ${on ? 'on' : 'off'}, true)`.execute(ctx.db)

/** What is taken out of a message that will not be sent again. */
export const EMPTIED = { to_address: null, words: null, stop_url: null }

async function giveUpLost(ctx: Ctx): Promise<void> {
  await asSender(ctx, true)
  await ctx.db
    .updateTable('mail.message')
    .set({ state: 'unsure', why: 'stopped', ended_at: ctx.now })
    .where('state', '=', 'sending')
    .where('to_address', 'is not', null)
    .where('try_at', '<', new Date(ctx.now.getTime() - LOST_AFTER_MINUTES * 60_000))
    .execute()
  await ctx.db
    .updateTable('mail.message')
    .set(EMPTIED)
    .where('state', 'in', ['refused', 'unsure'])
    .where('to_address', 'is not', null)
    .where('ended_at', '<', new Date(ctx.now.getTime() - KEPT_FOR_DAYS * 24 * 60 * 60_000))
    .execute()
}

async function takeNext(ctx: Ctx): Promise<(Leaving & { tries: number }) | undefined> {
  await asSender(ctx, true)
  const next = await ctx.db
    .selectFrom('mail.message')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('to_address', 'is not', null)
    .where('try_at', '<=', ctx.now)
    .orderBy('try_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!next) return undefined
  const { message_id, to_address, subject, words, stop_url } = next
  const tries = next.tries + 1
  await ctx.db
    .updateTable('mail.message')
    .set({ state: 'sending', tries, try_at: ctx.now })
    .where('message_id', '=', message_id)
    .execute()
  return {
    message_id,
    to: to_address!,
    subject: subject ?? '',
    text: words ?? '',
    stop_url: stop_url ?? undefined,
    tries,
  }
}

async function keepWhatBecame(
  ctx: Ctx,
  { message_id, tries }: { message_id: string; tries: number },
  delivered: Delivered,
): Promise<void> {
  await asSender(ctx, true)
  const { became } = delivered
  const why = became === 'accepted' ? null : delivered.why
  const { to_address } = await ctx.db
    .selectFrom('mail.message')
    .select('to_address')
    .where('message_id', '=', message_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  // Whoever stopped meanwhile has no address here any more.
  const wait = to_address === null ? undefined : WAITS[tries - 1]
  await ctx.db
    .updateTable('mail.message')
    .set(
      became === 'later' && wait !== undefined
        ? { state: 'waiting', why, try_at: new Date(ctx.now.getTime() + wait * 60_000) }
        : {
            ...(became === 'accepted' ? EMPTIED : {}),
            why,
            state: became === 'accepted' ? 'sent' : became === 'unsure' ? 'unsure' : 'refused',
            ended_at: ctx.now,
          },
    )
    .where('message_id', '=', message_id)
    .execute()
}
