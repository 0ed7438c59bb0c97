import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { randomBytes } from 'node:crypto'
import { type Actor, type Ctx, isId } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { sha256, showKeys } from '../accounts/account-keys.ts'
import { atTheDoorOf } from '../accounts/at-the-door.ts'

export type StepKind = 'second-step' | 'first-sign-in' | 'passkey' | 'new-passkey' | 'organisation'

export type Step<T> = { step_id: string; member_id: string | null; content: T; wrong_codes: number }

const MINUTES = 15
const nameOf = (origin: string) => (origin.startsWith('https:') ? '__Host-waymark-step' : 'waymark-step')

/** Begins what takes more than one page: what is known so far stays here, and the browser gets a token for it, good for 15 minutes. */
export async function openStep(
  ctx: Ctx,
  kind: StepKind,
  content: object,
  member_id: string | null = null,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const token_hash = sha256(token)
  await showKeys(ctx, token_hash)
  await ctx.db
    .insertInto('access.sign_in_step')
    .values({
      token_hash,
      kind,
      member_id,
      content: JSON.stringify(content),
      expires_at: new Date(ctx.now.getTime() + MINUTES * 60_000),
    })
    .execute()
  return token
}

/** The step whose token was shown, if it is of this kind and its time is not over. It stays shown for the rest of the act. */
export async function readStep<T>(ctx: Ctx, kind: StepKind, token: string): Promise<Step<T> | undefined> {
  const token_hash = sha256(token)
  await showKeys(ctx, token_hash)
  const step = await ctx.db
    .selectFrom('access.sign_in_step')
    .select(['step_id', 'member_id', 'content', 'wrong_codes'])
    .where('token_hash', '=', token_hash)
    .where('kind', '=', kind)
    .where('expires_at', '>', ctx.now)
    .forUpdate()
    .executeTakeFirst()
  return step as Step<T> | undefined
}

/** Ends a step: its token opens nothing any more. False when another request ended it first. */
export async function endStep(ctx: Ctx, { step_id }: { step_id: string }): Promise<boolean> {
  const done = await ctx.db
    .deleteFrom('access.sign_in_step')
    .where('step_id', '=', step_id)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** Changes what a step knows. */
export async function changeStep(
  ctx: Ctx,
  { step_id }: { step_id: string },
  change: { content?: object; wrong_codes?: number },
): Promise<void> {
  await ctx.db
    .updateTable('access.sign_in_step')
    .set({
      ...(change.content ? { content: JSON.stringify(change.content) } : {}),
      ...(change.wrong_codes === undefined ? {} : { wrong_codes: change.wrong_codes }),
    })
    .where('step_id', '=', step_id)
    .execute()
}

export function giveStep(c: Context, origin: string, area_id: string, token: string): void {
  setCookie(c, nameOf(origin), `${area_id}.${token}`, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: origin.startsWith('https:'),
    maxAge: MINUTES * 60,
  })
}

export function takeStep(c: Context, origin: string): void {
  deleteCookie(c, nameOf(origin), { path: '/', secure: origin.startsWith('https:') })
}

/** The door and the token of the step that this browser shows, if it shows one. */
export async function shownStep(
  c: Context,
  { pools, origin }: { pools: Pools; origin: string },
): Promise<{ door: Actor; token: string } | undefined> {
  const [area_id = '', token = ''] = (getCookie(c, nameOf(origin)) ?? '').split('.')
  if (!isId(area_id) || !/^[\w-]{43}$/.test(token)) return undefined
  const door = await atTheDoorOf(pools, area_id)
  return door && { door, token }
}
