import { randomBytes } from 'node:crypto'
import type { Ctx } from '#platform/act.ts'
import { hashToken } from '#platform/http/session-cookie.ts'

/** The longest that one session lasts, whatever is done in it. */
export const SESSION_HOURS = 12

export type SignedInBy = 'password' | 'passkey' | 'organisation' | 'demonstration'

/** Opens a session for the acting member. Returns the token for the browser; only its SHA-256 is kept. */
export async function openSession(ctx: Ctx, signed_in_by: SignedInBy): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await ctx.db
    .insertInto('access.session')
    .values({
      area_id: ctx.actor.area_id,
      member_id: ctx.actor.actor_id,
      signed_in_by,
      token_hash: Buffer.from(hashToken(token), 'hex'),
      ends_at: new Date(ctx.now.getTime() + SESSION_HOURS * 3_600_000),
    })
    .execute()
  return token
}

/** Ends sessions of the acting member: one, or all but the one they act in. Returns how many were open. */
export async function endSessions(
  ctx: Ctx,
  which: { session_id: string } | 'all-others' | 'all',
): Promise<number> {
  let open = ctx.db
    .updateTable('access.session')
    .set({ revoked_at: ctx.now })
    .where('area_id', '=', ctx.actor.area_id)
    .where('member_id', '=', ctx.actor.actor_id)
    .where('revoked_at', 'is', null)
    .where('ends_at', '>', ctx.now)
  if (which === 'all-others' && ctx.actor.session_id)
    open = open.where('session_id', '<>', ctx.actor.session_id)
  else if (typeof which === 'object') open = open.where('session_id', '=', which.session_id)
  return Number((await open.executeTakeFirst()).numUpdatedRows)
}
