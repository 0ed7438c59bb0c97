import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { Body, Filled, FilledField, Form } from '#platform/forms/index.ts'

/** A draft that nobody came back to is taken away after this many days. */
export const DRAFT_DAYS = 14
const OUR_PATH = /^\/[\w-]+(\/[\w-]+)*$/
const LARGEST = 200_000

/** Keeps what is typed so far at a form's address, for whoever types it: one draft an address. Never in the browser (domain 12). */
export async function keepDraft(ctx: Ctx, url: string, body: Body): Promise<void> {
  if (!OUR_PATH.test(url) || url.length > 300) refuse('', 'A draft belongs to one of our own pages')
  const fields = JSON.stringify(
    Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('_'))),
  )
  if (fields.length > LARGEST) refuse('', 'This is too long to be kept as a draft. Save it')
  await sql`
    with old as (delete from support.draft where saved_at < ${ctx.now}::timestamptz - make_interval(days => ${DRAFT_DAYS}))
    insert into support.draft (url, fields, saved_at) values (${url}, ${fields}, ${ctx.now})
    on conflict (area_id, member_id, url) do update set fields = excluded.fields, saved_at = excluded.saved_at`.execute(
    ctx.db,
  )
}

/** What this member typed at an address and has not saved yet. */
export async function findDraft(
  ctx: Ctx,
  url: string,
): Promise<{ fields: Body; saved_at: Date } | undefined> {
  const draft = await ctx.db
    .selectFrom('support.draft')
    .select(['fields', 'saved_at'])
    .where('url', '=', url)
    .where('member_id', '=', ctx.actor.actor_id)
    .executeTakeFirst()
  return draft && { fields: draft.fields as Body, saved_at: draft.saved_at }
}

/** Forgets the draft of an address: it was saved, or is not wanted. */
export async function dropDraft(ctx: Ctx, url: string): Promise<void> {
  await ctx.db
    .deleteFrom('support.draft')
    .where('url', '=', url)
    .where('member_id', '=', ctx.actor.actor_id)
    .execute()
}

/**
 * The form as this member left it, when it is shown for the first time (a refused one comes back as it was typed), and when that was.
 * `asked` is the form's definition, `filled` what the page would show without a draft.
 */
export async function restoreDraft<F extends Form['fields']>(
  ctx: Ctx,
  url: string,
  { fill }: Form<F>,
  filled: Filled<F>,
): Promise<{ form: Filled<F>; restored: Date | undefined }> {
  // Of a refused form every field has been typed, if only as nothing.
  const fresh = Object.values<FilledField>(filled).some(({ typed }) => typed === undefined)
  const draft = fresh ? await findDraft(ctx, url) : undefined
  return draft
    ? { form: fill({ body: draft.fields }), restored: draft.saved_at }
    : { form: filled, restored: undefined }
}
