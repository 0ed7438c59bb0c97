import { newId, type Act } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import type { Body } from '#platform/forms/index.ts'
import type { Shown } from '#platform/http/session-cookie.ts'
import { showKeys } from '../accounts/account-keys.ts'
import { asMember, atTheDoorOf } from '../accounts/at-the-door.ts'
import { isOurPath, keepDraft } from './keep-draft.ts'

/**
 * Keeps what was sent after a session's time was over, for the member whose session it was and for nobody else: they find it when they sign in
 * again. Nothing is read or shown. False when the session was ended on purpose, or when there was none.
 */
export async function keepForEnded(
  { pools, act }: { pools: Pick<Pools, 'app'>; act: Act },
  { area_id, token_hash }: Shown,
  url: string,
  body: Body,
): Promise<boolean> {
  const door = isOurPath(url) ? await atTheDoorOf(pools, area_id) : undefined
  if (!door) return false
  const visit = { visit_id: newId(), query: {} }
  const session = await act(door, visit, async (ctx) => {
    const key = Buffer.from(token_hash, 'hex')
    await showKeys(ctx, key)
    return ctx.db
      .selectFrom('access.session')
      .select('member_id')
      .where('area_id', '=', area_id)
      .where('token_hash', '=', key)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
  })
  if (!session) return false
  await act(asMember(door, session.member_id), visit, (ctx) => keepDraft(ctx, url, body))
  return true
}
