import type { Context } from 'hono'
import type { Actor } from '#platform/act.ts'
import type { RouteTools } from '#platform/http/screen.ts'
import { asMember, memberOfEmail, type DoorOptions } from '../accounts/at-the-door.ts'
import { beginAttempt, COUNTED_MINUTES, endAttempt } from '../attempts/begin-attempt.ts'
import { whereFrom } from '../attempts/where-from.ts'
import { hashPassword, isOutdated, isPassword } from '../passwords/hash-password.ts'
import { keepPassword } from '../passwords/keep-password.ts'
import { TooMany } from './door-form.ts'
import { Invalid } from '#platform/errors.ts'
import { openStep } from './steps.ts'

export const TOO_MANY = `There were too many attempts. Wait ${COUNTED_MINUTES} minutes, then try again, or sign in with a passkey`
const NOT_RIGHT = 'The e-mail address or the password is not right'

/** What the second step needs to know of the first. */
export type SecondStep = { email: string; next: string }

/**
 * The first step: e-mail address and password. Returns the token of the second step. Throws Invalid with one message whatever was wrong,
 * and takes as long whether there is such an account or not.
 */
export async function signInByPassword(
  c: Context,
  { visit }: RouteTools,
  options: DoorOptions,
  typed: { door: Actor; email: string; password: string; next: string },
): Promise<string> {
  const { act, secret } = options
  const { door, email, password, next } = typed
  const attempt_id = await act(door, visit, (ctx) =>
    beginAttempt(ctx, 'password', whereFrom(c, options, email)),
  )
  if (!attempt_id) throw new TooMany({ password: TOO_MANY })

  const member = await act(door, visit, (ctx) => memberOfEmail(ctx, email))
  const kept = await act(asMember(door, member?.member_id ?? door.actor_id), visit, (ctx) =>
    ctx.db
      .selectFrom('access.password')
      .select('hash')
      .where('member_id', '=', ctx.actor.actor_id)
      .executeTakeFirst(),
  )
  const right = await isPassword(secret, password, kept?.hash)
  if (!right || !member || !kept) {
    await act(door, visit, (ctx) => endAttempt(ctx, attempt_id, 'wrong', member?.member_id))
    throw new Invalid({ password: NOT_RIGHT })
  }

  const renewed = isOutdated(kept.hash) ? await hashPassword(secret, password) : undefined
  return act(asMember(door, member.member_id), visit, async (ctx) => {
    await endAttempt(ctx, attempt_id, 'first-step', member.member_id)
    if (renewed) await keepPassword(ctx, renewed)
    return openStep(ctx, 'second-step', { email, next } satisfies SecondStep, member.member_id)
  })
}
