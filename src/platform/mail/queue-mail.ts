import type { Ctx } from '../act.ts'

/** One message to one address, in plain words. */
export type Mail = {
  /** The kind of message, in words, for whoever looks after the service: 'a published paper'. Nothing personal. */
  about: string
  /** What it tells to whom, by ids: the same is never queued twice. */
  once: string
  /** Who or what it is for: withdrawMail takes back all that is waiting for it. */
  for_id?: string
  to: string
  subject: string
  text: string
  /** Where one click ends such mail: mail programs show it as their own button (RFC 8058). */
  stop_url?: string
}

/** The job that sends what is waiting; it also runs every minute, for what could not be sent before. */
export const SEND_MAIL = 'platform.send-mail'

const ONE_ADDRESS = /^[^\s@,;:<>()"\\[\]]+@[^\s@,;:<>()"\\[\]]+\.[^\s@,;:<>()"\\[\]]+$/
const AT_ONCE = 500

/** Whether the text is one plain address, and so can be written to. */
export const isOneAddress = (text: string): boolean => text.length <= 254 && ONE_ADDRESS.test(text)

/**
 * Queues messages in the transaction of what they tell of: they are sent if and only if it commits, each once, whoever asks again. An address
 * is kept until its message is sent or given up, no longer. Throws when an address is not one plain address.
 */
export async function queueMail(ctx: Ctx, ...mails: readonly Mail[]): Promise<void> {
  if (mails.length === 0) return
  if (!mails.every(({ to }) => isOneAddress(to))) throw new TypeError('Mail goes to one plain address each')
  for (let from = 0; from < mails.length; from += AT_ONCE)
    await ctx.db
      .insertInto('mail.message')
      .values(
        mails.slice(from, from + AT_ONCE).map(({ about, once, for_id, to, subject, text, stop_url }) => ({
          about,
          once,
          subject,
          for_id: for_id ?? null,
          to_address: to,
          words: text,
          stop_url: stop_url ?? null,
          queued_at: ctx.now,
          try_at: ctx.now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await ctx.enqueue(SEND_MAIL, {})
}
