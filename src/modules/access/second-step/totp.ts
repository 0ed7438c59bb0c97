import { Secret, TOTP } from 'otpauth'
import type { Ctx } from '#platform/act.ts'
import { seal, unseal } from '../accounts/seal.ts'

const PERIOD = 30
const appFor = (base32: string) =>
  new TOTP({
    issuer: 'Waymark',
    label: 'sign in',
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(base32),
  })

/** A new secret for an authenticator app, in base 32 (RFC 6238: 160 bits). */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What an authenticator app reads from the QR code. `label` is the address that the app shows beside the code. */
export function authenticatorUri(base32: string, label: string): string {
  const app = appFor(base32)
  app.label = label
  return app.toString()
}

/** The counter of the period that a code belongs to (one period early or late is accepted, for clocks), or undefined when it is wrong. */
export function counterOf(base32: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime()
  const delta = appFor(base32).validate({ token: code, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD) + delta
}

/** Whether the acting member has an authenticator app. */
export async function hasAuthenticator(ctx: Ctx): Promise<boolean> {
  return (
    (await ctx.db
      .selectFrom('access.authenticator')
      .select('member_id')
      .where('member_id', '=', ctx.actor.actor_id)
      .executeTakeFirst()) !== undefined
  )
}

/** Keeps a new authenticator app of the acting member, in place of an earlier one. The code that proved it cannot be used again. */
export async function keepAuthenticator(
  ctx: Ctx,
  secret: string,
  base32: string,
  last_counter: number,
): Promise<void> {
  const kept = { secret_sealed: seal(secret, 'authenticator', base32), last_counter, set_at: ctx.now }
  await ctx.db
    .insertInto('access.authenticator')
    .values(kept)
    .onConflict((conflict) => conflict.columns(['area_id', 'member_id']).doUpdateSet(kept))
    .execute()
}

/** Uses a code of the acting member's authenticator app: true once, and never again for the same or an earlier one. */
export async function takeTotpCode(ctx: Ctx, secret: string, code: string): Promise<boolean> {
  const kept = await ctx.db
    .selectFrom('access.authenticator')
    .select('secret_sealed')
    .where('member_id', '=', ctx.actor.actor_id)
    .executeTakeFirst()
  const counter = kept && counterOf(unseal(secret, 'authenticator', kept.secret_sealed), code, ctx.now)
  if (counter === undefined) return false
  const taken = await ctx.db
    .updateTable('access.authenticator')
    .set({ last_counter: counter })
    .where('member_id', '=', ctx.actor.actor_id)
    .where('last_counter', '<', counter)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}
