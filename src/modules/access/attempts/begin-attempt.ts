import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { WhereFrom } from './where-from.ts'

export type AttemptMethod =
  'password' | 'code' | 'recovery-code' | 'passkey' | 'organisation' | 'invitation' | 'demonstration'

/** Minutes that attempts are counted for, and how many may fail in them. */
export const COUNTED_MINUTES = 15
export const MOST_FAILED = { account: 10, browser: 10, address: 50 }

/**
 * Writes down an attempt before it is tried, so that those made at once all count. Returns its id, or undefined when there were too many:
 * from this address on any account; or on this account from browsers it does not know. A browser that the account was signed in to from
 * before is counted by itself, so nobody can lock a member out of it; and only tried attempts count, so a lock ends by itself.
 */
export async function beginAttempt(
  ctx: Ctx,
  method: AttemptMethod,
  from: WhereFrom,
): Promise<string | undefined> {
  const since = new Date(ctx.now.getTime() - COUNTED_MINUTES * 60_000)
  const { account_key, address_key, browser_key } = from
  // One at a time for an account, or guesses sent at the same moment would not see each other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${(account_key ?? address_key).toString('hex')}, 0))`.execute(
    ctx.db,
  )
  const refused = await sql<{ many: boolean }>`
    select count(*) filter (where address_key = ${address_key}) >= ${MOST_FAILED.address}
        or count(*) filter (where account_key = ${account_key} and browser_key is not distinct from ${browser_key})
           >= ${browser_key ? MOST_FAILED.browser : MOST_FAILED.account} as many
    from access.sign_in_attempt
    where area_id = ${ctx.actor.area_id} and attempted_at > ${since} and outcome in ('begun', 'wrong')
      and (address_key = ${address_key} or account_key = ${account_key})`.execute(ctx.db)
  const many = refused.rows[0]?.many === true
  const { attempt_id } = await ctx.db
    .insertInto('access.sign_in_attempt')
    .values({ method, outcome: many ? 'refused' : 'begun', attempted_at: ctx.now, ...from })
    .returning('attempt_id')
    .executeTakeFirstOrThrow()
  return many ? undefined : attempt_id
}

/** Writes down how an attempt ended. */
export async function endAttempt(
  ctx: Ctx,
  attempt_id: string,
  outcome: 'first-step' | 'succeeded' | 'wrong',
  member_id: string | null = null,
): Promise<void> {
  await ctx.db
    .updateTable('access.sign_in_attempt')
    .set({ outcome, member_id })
    .where('attempt_id', '=', attempt_id)
    .execute()
}

/** Attempts are kept for a year (they show attacks and misuse), then thrown away; ended steps at once. */
export async function forgetOldAttempts(ctx: Ctx): Promise<void> {
  await ctx.db
    .deleteFrom('access.sign_in_attempt')
    .where('attempted_at', '<', new Date(ctx.now.getTime() - 366 * 86_400_000))
    .execute()
  await ctx.db.deleteFrom('access.sign_in_step').where('expires_at', '<', ctx.now).execute()
}
