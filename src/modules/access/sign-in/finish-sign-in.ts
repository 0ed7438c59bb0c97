import type { Context } from 'hono'
import type { Actor } from '#platform/act.ts'
import type { RouteTools } from '#platform/http/screen.ts'
import { giveSession } from '#platform/http/session-cookie.ts'
import { asMember, type DoorOptions } from '../accounts/at-the-door.ts'
import { endAttempt } from '../attempts/begin-attempt.ts'
import { openSession, type SignedInBy } from './open-session.ts'
import { takeStep } from './steps.ts'

/** Where to go after signing in: a page of ours by its path, or the first page. Never another site. */
export const safeNext = (next: unknown): string =>
  typeof next === 'string' && /^\/[\w-]/.test(next) ? next : '/'

/** Opens the session of a member who has proved who they are, writes down that the attempt succeeded, and leads on. */
export async function finishSignIn(
  c: Context,
  tools: RouteTools,
  { act, origin }: DoorOptions,
  who: { door: Actor; member_id: string; attempt_id: string; signed_in_by: SignedInBy; next: string },
): Promise<Response> {
  const { door, member_id, attempt_id, signed_in_by, next } = who
  const token = await act(asMember(door, member_id), tools.visit, async (ctx) => {
    await endAttempt(ctx, attempt_id, 'succeeded', member_id)
    return openSession(ctx, signed_in_by)
  })
  takeStep(c, origin)
  giveSession(c, origin, door.area_id, token)
  return tools.goTo(safeNext(next))
}
