import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { goTo, type GoTo } from '#platform/http/screen.ts'

/** How long a form is known to have been sent: a page left open overnight and sent twice is still one sending. */
export const HOURS_KNOWN = 24

/**
 * Writes down how a sending was answered, in the act that saves what was sent. False when the same sending was answered before (a double click,
 * a page that seemed to hang and was sent again): its act must be undone. Of two at the same moment the second waits for the first.
 */
export async function answered(ctx: Ctx, key: Buffer, { url, said }: GoTo): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with old as (delete from access.sent_form where member_id = ${ctx.actor.actor_id}
      and sent_at < ${ctx.now}::timestamptz - make_interval(hours => ${HOURS_KNOWN}))
    insert into access.sent_form (key, url, said, sent_at) values (${key}, ${url}, ${said ?? null}, ${ctx.now})
    on conflict do nothing`.execute(ctx.db)
  return numAffectedRows === 1n
}

/** How this member's sending was answered before, if it was. */
export async function answerBefore(ctx: Ctx, key: Buffer): Promise<GoTo | undefined> {
  const before = await ctx.db
    .selectFrom('access.sent_form')
    .select(['url', 'said'])
    .where('member_id', '=', ctx.actor.actor_id)
    .where('key', '=', key)
    .executeTakeFirst()
  return before && goTo(before.url, before.said ?? undefined)
}
