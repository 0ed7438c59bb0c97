import { keyedHash, seal, sha256, showKeys, tidyEmail, unseal } from '#access'
import { type Ctx, newId } from '#platform/act.ts'
import { found, refuse } from '#platform/errors.ts'
import { isOneAddress, queueMail, withdrawMail } from '#platform/mail/index.ts'
import { followedInWords } from './series.ts'
import { mayWrite, oneAskingAtATime, withoutTag } from './may-write.ts'

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
 * Asks whoever reads this address to confirm that they want to follow. Nobody is told whether the address follows already, nor whether a
 * letter went: mail goes only to the address, each kind once in 7 days, and not at all once too many were asked for (mayWrite).
 * `of`: what is asked for (listSeries), none for all; it holds once it is confirmed.
 * `from_key`: the keyed hash of the network address that asks.
 */
export async function askToFollow(
  ctx: Ctx,
  options: FollowOptions,
  { email, of }: { email: string; of: readonly string[] },
  from_key: Buffer,
): Promise<void> {
  const { secret } = options
  const to = tidyEmail(email)
  if (!isOneAddress(to))
    refuse('email', 'Enter your e-mail address in the correct format, like name@example.org')
  const address_key = keyedHash(secret, 'follower', to)
  await showKeys(ctx, address_key)
  const held_by = await officeOf(ctx)
  const for_key = keyedHash(secret, 'asking', withoutTag(to))
  await oneAskingAtATime(ctx)
  const known = await ctx.db
    .selectFrom('public_site.follower')
    .select(['follower_id', 'confirmed_at', 'follows'])
    .where('address_key', '=', address_key)
    .where('held_by', '=', held_by)
    .executeTakeFirst()
  const asked_follows = of.length === 0 ? null : [...of].toSorted()
  const same = String(known?.follows ?? null) === String(asked_follows)
  const kind = !known?.confirmed_at ? 'confirm' : same ? 'already' : 'change'
  const once = await mayWrite(ctx, { from_key, for_key, kind })
  if (!once) return
  const follower_id = known?.follower_id ?? newId()
  if (!known)
    await ctx.db
      .insertInto('public_site.follower')
      .values({
        follower_id,
        held_by,
        address_key,
        address_sealed: seal(secret, 'follower', to),
        token_hash: sha256(tokenOf(secret, follower_id)),
        asked_follows,
        asked_at: ctx.now,
      })
      .execute()
  else if (kind !== 'already')
    await ctx.db
      .updateTable('public_site.follower')
      .set({ asked_at: ctx.now, asked_follows })
      .where('follower_id', '=', follower_id)
      .execute()
  await queueMail(ctx, {
    ...letterOf(ctx, options, { kind, follower_id, asked_follows }),
    once,
    for_id: follower_id,
    to,
  })
}

type Asked = { kind: 'confirm' | 'already' | 'change'; follower_id: string; asked_follows: string[] | null }

function letterOf(ctx: Ctx, options: FollowOptions, { kind, follower_id, asked_follows }: Asked) {
  const { area_code, area_name } = ctx.actor
  const stop_url = stopAddress(options, area_code, follower_id)
  const asked = `Somebody, perhaps you, asked at this address for e-mail about ${followedInWords(asked_follows, area_name)}`
  if (kind === 'already')
    return {
      about: 'that an address follows already',
      stop_url,
      subject: 'You follow what is published already',
      text: `${asked}\n\nIt is sent to you already.\n\nTo stop it, open this page and press the button:\n\n${stop_url}\n`,
    }
  const confirm = `${options.origin}/published/${area_code}/follow/confirm/${tokenOf(options.secret, follower_id)}`
  return {
    about: 'a question whether to follow',
    stop_url,
    subject:
      kind === 'change'
        ? 'Confirm what you want to follow'
        : 'Confirm that you want to follow what is published',
    text: `${asked}\n\nTo confirm, open this page and press the button:\n\n${confirm}\n\nIf it was not you, do nothing: ${kind === 'change' ? 'everything stays as it is.' : 'you hear no more, and the address is deleted after 7 days.'}\n`,
  }
}

/** Confirms whoever holds this token. Refuses one that is no longer known. */
export async function confirmFollowing(ctx: Ctx, token: string): Promise<void> {
  const token_hash = sha256(token)
  await showKeys(ctx, token_hash)
  const done = await ctx.db
    .updateTable('public_site.follower')
    .set((row) => ({
      confirmed_at: row.fn.coalesce('confirmed_at', row.val(ctx.now)),
      follows: row.ref('asked_follows'),
    }))
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
