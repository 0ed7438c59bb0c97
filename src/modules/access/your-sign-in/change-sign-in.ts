import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { RouteTools } from '#platform/http/screen.ts'
import { sha256 } from '../accounts/account-keys.ts'
import type { DoorOptions } from '../accounts/at-the-door.ts'
import { keyedHash, seal, unseal } from '../accounts/seal.ts'
import { beginAttempt, endAttempt } from '../attempts/begin-attempt.ts'
import { isPassword } from '../passwords/hash-password.ts'
import { keepPassword } from '../passwords/keep-password.ts'
import { counterOf, keepAuthenticator, newSecret } from '../second-step/totp.ts'
import { TooMany } from '../sign-in/door-form.ts'
import { endSessions } from '../sign-in/open-session.ts'

/** Changes the acting member's password, given as its hash. Every other session of theirs ends. */
export async function changePassword(ctx: Ctx, password_hash: string): Promise<void> {
  await keepPassword(ctx, password_hash)
  await endSessions(ctx, 'all-others')
}

/** Puts a new authenticator app in place of the present one, once a code has proved it. Throws Invalid when the code is not right. */
export async function changeAuthenticator(
  ctx: Ctx,
  secret: string,
  typed: { key: string; code: string },
): Promise<void> {
  const base32 = openKey(ctx.actor.actor_id, secret, typed.key)
  const counter = base32 === '' ? undefined : counterOf(base32, typed.code, ctx.now)
  if (counter === undefined) refuse('code', 'That code is not right. Wait for the next one and type it')
  await keepAuthenticator(ctx, secret, base32, counter)
  await endSessions(ctx, 'all-others')
}

/** A new key for an app, sealed so that only its member's own page can bring it back. */
export const sealNewKey = (actor_id: string, secret: string): string =>
  seal(secret, `new authenticator ${actor_id}`, newSecret()).toString('base64url')

/** The key in base 32; '' when it was not sealed for this member. */
export function openKey(actor_id: string, secret: string, sealed: string): string {
  try {
    return unseal(secret, `new authenticator ${actor_id}`, Buffer.from(sealed, 'base64url'))
  } catch {
    return ''
  }
}

/** Throws Invalid when this is not the acting member's password. Each is an attempt that counts: an open session is no place to guess from. */
export async function checkPresentPassword(
  tools: RouteTools,
  { secret }: DoorOptions,
  password: string,
): Promise<void> {
  const { actor_id = '', session_id = '' } = tools.actor ?? {}
  const from = {
    account_key: keyedHash(secret, 'account', actor_id),
    address_key: keyedHash(secret, 'address', session_id),
    browser_key: sha256(session_id),
  }
  const attempt_id = await tools.act((ctx) => beginAttempt(ctx, 'password', from))
  if (!attempt_id)
    throw new TooMany({ present: 'There were too many attempts. Wait 15 minutes, then try again' })
  const kept = await tools.act((ctx) =>
    ctx.db
      .selectFrom('access.password')
      .select('hash')
      .where('member_id', '=', ctx.actor.actor_id)
      .executeTakeFirst(),
  )
  const right = await isPassword(secret, password, kept?.hash)
  await tools.act((ctx) => endAttempt(ctx, attempt_id, right ? 'first-step' : 'wrong', actor_id))
  if (!right) refuse('present', 'Your password now is not right')
}
