import type { Act, Actor, Ctx } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { areaActor, listAreas, type Area } from '../areas/area-actors.ts'
import { emailKey, showKeys } from './account-keys.ts'

/** What signing in needs of the deployment. `proxies`: how many proxies of ours stand before it (WAYMARK_PROXIES). */
export type DoorOptions = {
  pools: Pools
  act: Act
  secret: string
  origin: string
  proxies?: number | undefined
}

/** Somebody not yet known, at an area's door: the area's own actor without its teams, so that no record is in reach. */
export const atTheDoor = async (pools: Pick<Pools, 'app'>, area_code: string): Promise<Actor> => ({
  ...(await areaActor(pools, area_code)),
  team_ids: [],
})

/** The door of the area with this id, or undefined when there is no such area. */
export async function atTheDoorOf(pools: Pick<Pools, 'app'>, area_id: string): Promise<Actor | undefined> {
  const area = (await listAreas(pools)).find((a: Area) => a.area_id === area_id)
  return area && atTheDoor(pools, area.code)
}

/** A member who is proving who they are: reaches their own secrets, and no record. */
export const asMember = (door: Actor, member_id: string): Actor => ({ ...door, actor_id: member_id })

/** The present member whose account has this address, in the area of the act. */
export async function memberOfEmail(
  ctx: Ctx,
  email: string,
): Promise<{ member_id: string; organisation_id: string } | undefined> {
  const key = emailKey(email)
  await showKeys(ctx, key)
  return ctx.db
    .selectFrom('access.account as a')
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 'a.area_id').onRef('m.member_id', '=', 'a.member_id'),
    )
    .select(['a.member_id', 'a.organisation_id'])
    .where('a.email_key', '=', key)
    .where('m.left_at', 'is', null)
    .executeTakeFirst()
}
