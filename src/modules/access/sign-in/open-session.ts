import { randomBytes } from 'node:crypto'
import type { Ctx } from '#platform/act.ts'
import { hashToken } from '#platform/http/session-cookie.ts'

/** The longest that one session lasts, whatever is done in it. */
export const SESSION_HOURS = 12

/** Opens a session for the acting member. Returns the token for the browser; only its SHA-256 is kept. */
export async function openSession(
  ctx: Ctx,
  signed_in_by: 'password' | 'passkey' | 'organisation' | 'demonstration',
): Promise<string> {
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
