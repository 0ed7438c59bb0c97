import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { Body } from '#platform/forms/index.ts'
import type { Typed } from '#platform/http/typing.ts'

/** A draft that nobody came back to is taken away after this many days. */
export const DRAFT_DAYS = 14
const OUR_PATH = /^\/[\w-]+(\/[\w-]+)*$/
const LARGEST = 200_000

/** Whether an address is one of our own pages, with no query. */
export const isOurPath = (url: string): boolean => OUR_PATH.test(url) && url.length <= 300

/** Keeps what is typed so far at a form's address, for whoever types it: one draft an address. Never in the browser (domain 12). */
export async function keepDraft(ctx: Ctx, url: string, body: Body): Promise<void> {
  if (!isOurPath(url)) refuse('', 'A draft belongs to one of our own pages')
  const fields = JSON.stringify(
    Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('_') || name === '_seen')),
  )
  if (fields.length > LARGEST) refuse('', 'This is too long to be kept as a draft. Save it')
  await sql`
    with old as (delete from access.draft where saved_at < ${ctx.now}::timestamptz - make_interval(days => ${DRAFT_DAYS}))
    insert into access.draft (url, fields, saved_at) values (${url}, ${fields}, ${ctx.now})
    on conflict (area_id, member_id, url) do update set fields = excluded.fields, saved_at = excluded.saved_at`.execute(
    ctx.db,
  )
}

/** What this member typed at an address and has not saved yet. */
export async function findDraft(ctx: Ctx, url: string): Promise<Typed | undefined> {
  const draft = await ctx.db
    .selectFrom('access.draft')
    .select(['fields', 'saved_at'])
    .where('url', '=', url)
    .where('member_id', '=', ctx.actor.actor_id)
    .executeTakeFirst()
  return draft && { fields: draft.fields as Body, saved_at: draft.saved_at }
}

/** Forgets the draft of an address: it was saved, or is not wanted. */
export async function dropDraft(ctx: Ctx, url: string): Promise<void> {
  await ctx.db
    .deleteFrom('access.draft')
    .where('url', '=', url)
    .where('member_id', '=', ctx.actor.actor_id)
    .execute()
}
