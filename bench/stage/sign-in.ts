import { openSession } from '#access'
import { type Actor, newId } from '#platform/act.ts'
import { formToken, hashToken } from '#platform/http/session-cookie.ts'
import type { Stage } from './stage.ts'

/** One of the cast with a session: what a browser would show, and the token that its forms carry. */
export type SignedIn = { actor: Actor; cookie: string; csrf: string }

/** Signs a member of the cast in. */
export async function signIn({ act, actor: platform, secret }: Stage, name: string): Promise<SignedIn> {
  const visit = () => ({ visit_id: newId(), query: {} })
  const actor = await act(platform, visit(), async (ctx): Promise<Actor> => {
    const { rows } = await ctx.connection.query(
      `select m.member_id as actor_id, m.name, m.roles, o.organisation_id, o.name as organisation_name, o.kind as organisation_kind,
         array(select t.team_id from access.membership t where t.member_id = m.member_id) as team_ids
       from access.member m join access.organisation o on o.organisation_id = m.organisation_id where m.name = $1`,
      [name],
    )
    return { ...platform, ...rows[0] }
  })
  const token = await act(actor, visit(), (ctx) => openSession(ctx, 'demonstration'))
  const shown = { area_id: actor.area_id, token_hash: hashToken(token) }
  return { actor, cookie: `waymark=${actor.area_id}.${token}`, csrf: formToken(secret, shown) }
}
