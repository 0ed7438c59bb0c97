import type { Act, Ctx, Visit } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { atTheDoor } from '../accounts/at-the-door.ts'
import { listAreas } from '../areas/area-actors.ts'

export type IdentityProvider = {
  identity_provider_id: string
  organisation_id: string
  organisation_name: string
  organisation_code: string
  issuer: string
  client_id: string
  client_secret_sealed: Buffer
}

const providers = (ctx: Ctx) =>
  ctx.db
    .selectFrom('access.identity_provider as p')
    .innerJoin('access.organisation as o', (join) =>
      join.onRef('o.area_id', '=', 'p.area_id').onRef('o.organisation_id', '=', 'p.organisation_id'),
    )
    .select([
      'p.identity_provider_id',
      'p.organisation_id',
      'p.issuer',
      'p.client_id',
      'p.client_secret_sealed',
    ])
    .select(['o.name as organisation_name', 'o.code as organisation_code'])
    .where('p.stopped_at', 'is', null)

/** The organisations with a sign-in of their own, each with its address, for the sign-in page. */
export async function listOrganisationSignIns(
  pools: Pools,
  act: Act,
  visit: Visit,
): Promise<{ name: string; href: string }[]> {
  const list: { name: string; href: string }[] = []
  const areas = await listAreas(pools)
  for (const area of areas)
    for (const one of await act(await atTheDoor(pools, area.code), visit, (ctx) =>
      providers(ctx).orderBy('o.name').execute(),
    ))
      list.push({
        name: areas.length > 1 ? `${one.organisation_name} (${area.name})` : one.organisation_name,
        href: `/sign-in/organisation/${area.code}/${one.organisation_code}`,
      })
  return list
}

/** The identity provider of an organisation, by the organisation's code or id; undefined when it has none. */
export async function findProvider(
  ctx: Ctx,
  by: { organisation_code: string } | { organisation_id: string } | { identity_provider_id: string },
): Promise<IdentityProvider | undefined> {
  const all = providers(ctx)
  if ('organisation_code' in by) return all.where('o.code', '=', by.organisation_code).executeTakeFirst()
  if ('organisation_id' in by)
    return all.where('p.organisation_id', '=', by.organisation_id).executeTakeFirst()
  return all.where('p.identity_provider_id', '=', by.identity_provider_id).executeTakeFirst()
}
