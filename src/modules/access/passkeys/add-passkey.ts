import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Ctx } from '#platform/act.ts'
import { NotFound, refuse } from '#platform/errors.ts'
import { ALGORITHMS, siteOf, userHandleOf } from './passkey-rules.ts'

/** The acting member's passkeys, the newest first. */
export async function listPasskeys(ctx: Ctx) {
  return ctx.db
    .selectFrom('access.passkey')
    .select(['passkey_id', 'credential_id', 'transports', 'name', 'added_at', 'last_used_at'])
    .where('member_id', '=', ctx.actor.actor_id)
    .orderBy('added_at', 'desc')
    .execute()
}

/** What the browser asks the authenticator to make: one that finds its user by itself, and checks that it is them (PIN, finger, face). */
export async function askForPasskey(ctx: Ctx, origin: string, email: string) {
  const known = await listPasskeys(ctx)
  return generateRegistrationOptions({
    rpName: 'Waymark',
    rpID: siteOf(origin).rpID,
    userName: email,
    userDisplayName: ctx.actor.name,
    userID: userHandleOf(ctx.actor),
    attestationType: 'none',
    excludeCredentials: known.map(({ credential_id }) => ({ id: credential_id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
}

/** Keeps a passkey that the acting member's authenticator has made for `expectedChallenge`. Throws Invalid when it does not fit. */
export async function addPasskey(
  ctx: Ctx,
  made: { origin: string; expectedChallenge: string; response: RegistrationResponseJSON; name: string },
): Promise<void> {
  const { rpID, expectedOrigin } = siteOf(made.origin)
  const verified = await verifyRegistrationResponse({
    response: made.response,
    expectedChallenge: made.expectedChallenge,
    expectedOrigin,
    expectedRPID: rpID,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined) // a malformed answer throws: it is a wrong answer, no defect
  if (!verified?.verified) refuse('', 'Your device did not make a passkey that can be used here. Try again')
  const { id, publicKey, counter } = verified.registrationInfo.credential
  await ctx.db
    .insertInto('access.passkey')
    .values({
      credential_id: id,
      public_key: Buffer.from(publicKey),
      counter,
      transports: made.response.response.transports ?? [],
      name: made.name,
    })
    .execute()
}

/** Removes one of the acting member's passkeys. Throws NotFound when it is not theirs. */
export async function removePasskey(ctx: Ctx, passkey_id: string): Promise<void> {
  const gone = await ctx.db
    .deleteFrom('access.passkey')
    .where('passkey_id', '=', passkey_id)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw new NotFound()
}
