import type { Ctx } from '#platform/act.ts'
import { showKeys } from '../accounts/account-keys.ts'
import { keepPassword } from '../passwords/keep-password.ts'
import { makeRecoveryCodes } from '../second-step/recovery-codes.ts'
import { keepAuthenticator } from '../second-step/totp.ts'
import { endSessions } from '../sign-in/open-session.ts'
import { invitationHash } from './invite-member.ts'

export type Invited = { member_id: string; name: string }

/** Whose code this is, if it can still be used, in the area of the act. */
export async function findInvitation(ctx: Ctx, secret: string, code: string): Promise<Invited | undefined> {
  const code_hash = invitationHash(secret, code)
  await showKeys(ctx, code_hash)
  return ctx.db
    .selectFrom('access.invitation as i')
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 'i.area_id').onRef('m.member_id', '=', 'i.member_id'),
    )
    .select(['i.member_id', 'm.name'])
    .where('i.code_hash', '=', code_hash)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', ctx.now)
    .where('m.left_at', 'is', null)
    .executeTakeFirst()
}

/**
 * Takes up an invitation as its member: the new password and authenticator take the place of whatever was there before, passkeys and links
 * to another identity are removed, and every open session ends. Returns the recovery codes; undefined when the code was used meanwhile.
 */
export async function acceptInvitation(
  ctx: Ctx,
  secret: string,
  accepted: { code: string; password_hash: string; base32: string; counter: number },
): Promise<string[] | undefined> {
  const code_hash = invitationHash(secret, accepted.code)
  await showKeys(ctx, code_hash)
  const taken = await ctx.db
    .updateTable('access.invitation')
    .set({ accepted_at: ctx.now })
    .where('code_hash', '=', code_hash)
    .where('member_id', '=', ctx.actor.actor_id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (taken.numUpdatedRows !== 1n) return undefined
  await endSessions(ctx, 'all')
  await ctx.db.deleteFrom('access.passkey').where('member_id', '=', ctx.actor.actor_id).execute()
  await ctx.db.deleteFrom('access.identity_link').where('member_id', '=', ctx.actor.actor_id).execute()
  await keepPassword(ctx, accepted.password_hash)
  await keepAuthenticator(ctx, secret, accepted.base32, accepted.counter)
  return makeRecoveryCodes(ctx, secret)
}
