import { keyedHash, seal, sha256, showKeys, tidyEmail, unseal } from '#access'
import { type Ctx, newId } from '#platform/act.ts'
import { found, refuse } from '#platform/errors.ts'
import { isOneAddress, queueMail, withdrawMail } from '#platform/mail/index.ts'

/** What following needs of the deployment: the secret that addresses are sealed with, and where the site is. */
export type FollowOptions = { secret: string; origin: string }

/** The token of a follower: made again from their id whenever it is needed, so that only its hash is kept. */
const tokenOf = (secret: string, follower_id: string) =>
  keyedHash(secret, 'follower-token', follower_id).toString('base64url')

export const openAddress = (secret: string, sealed: Buffer): string => unseal(secret, 'follower', sealed)

/** Where one follower stops, from any mail. */
export const stopAddress = (
  { secret, origin }: FollowOptions,
  area_code: string,
  follower_id: string,
): string => `${origin}/published/${area_code}/follow/stop/${tokenOf(secret, follower_id)}`

/**
 * Asks whoever reads this address to confirm that they want to follow. Nobody is told whether the address follows already: mail goes to it
 * either way, once a day at most, and only to it.
 */
export async function askToFollow(ctx: Ctx, options: FollowOptions, typed: string): Promise<void> {
  const { secret, origin } = options
  const to = tidyEmail(typed)
  if (!isOneAddress(to))
    refuse('email', 'Enter your e-mail address in the correct format, like name@example.org')
  const address_key = keyedHash(secret, 'follower', to)
  await showKeys(ctx, address_key)
  const held_by = await officeOf(ctx)
  const known = await ctx.db
    .selectFrom('public_site.follower')
    .select(['follower_id', 'confirmed_at'])
    .where('address_key', '=', address_key)
    .where('held_by', '=', held_by)
    .executeTakeFirst()
  const follower_id = known?.follower_id ?? newId()
  const token = tokenOf(secret, follower_id)
  if (!known)
    await ctx.db
      .insertInto('public_site.follower')
      .values({
        follower_id,
        held_by,
        address_key,
        address_sealed: seal(secret, 'follower', to),
        token_hash: sha256(token),
        asked_at: ctx.now,
      })
      .execute()
  const stop_url = stopAddress(options, ctx.actor.area_code, follower_id)
  const place = `papers of the Police and Crime Commissioner for ${ctx.actor.area_name}`
  await queueMail(ctx, {
    about: known?.confirmed_at ? 'that an address follows already' : 'a question whether to follow',
    once: `follow:${follower_id}:${known?.confirmed_at ? 'already' : 'confirm'}:${ctx.today}`,
    for_id: follower_id,
    to,
    stop_url,
    subject: known?.confirmed_at
      ? 'You follow published papers already'
      : 'Confirm that you want to follow published papers',
    text: known?.confirmed_at
      ? `Somebody, perhaps you, asked for e-mail about published ${place} at this address. It is sent to you already.\n\nTo stop it, open this page and press the button:\n\n${stop_url}\n`
      : `Somebody, perhaps you, asked for e-mail about published ${place} at this address.\n\nTo confirm, open this page and press the button:\n\n${origin}/published/${ctx.actor.area_code}/follow/confirm/${token}\n\nIf it was not you, do nothing: you hear no more, and the address is deleted after 7 days.\n`,
  })
}

/** Confirms whoever holds this token. Refuses one that is no longer known. */
export async function confirmFollowing(ctx: Ctx, token: string): Promise<void> {
  const token_hash = sha256(token)
  await showKeys(ctx, token_hash)
  const done = await ctx.db
    .updateTable('public_site.follower')
    .set((row) => ({ confirmed_at: row.fn.coalesce('confirmed_at', row.val(ctx.now)) }))
    .where('token_hash', '=', token_hash)
    .executeTakeFirst()
  if (Number(done.numUpdatedRows) === 0)
    refuse('', 'This link no longer works. Ask again, and a new one is sent to you.')
}

/** Deletes whoever holds this token, their address, and what waits to be sent to them. A token that is no longer known has nothing to stop. */
export async function stopFollowing(ctx: Ctx, token: string): Promise<void> {
  const token_hash = sha256(token)
  await showKeys(ctx, token_hash)
  const gone = await ctx.db
    .deleteFrom('public_site.follower')
    .where('token_hash', '=', token_hash)
    .returning('follower_id')
    .executeTakeFirst()
  if (gone) await withdrawMail(ctx, gone.follower_id)
}

/** The Commissioner's office of the area: whose publications are followed. Throws NotFound where there is none. */
async function officeOf(ctx: Ctx): Promise<string> {
  const office = await ctx.db
    .selectFrom('access.team as t')
    .innerJoin('access.organisation as o', (join) =>
      join.onRef('o.area_id', '=', 't.area_id').onRef('o.organisation_id', '=', 't.organisation_id'),
    )
    .select('t.team_id')
    .where('o.kind', '=', 'commissioner')
    .where('t.kind', '=', 'office')
    .orderBy('t.team_id')
    .executeTakeFirst()
  return found(office, 'This page').team_id
}
