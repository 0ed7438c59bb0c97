import type { Act } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { route } from '#platform/http/screen.ts'
import type { Module } from '#platform/module.ts'
import { areaVerbs } from './areas/verbs.ts'
import { castPage, demonstrationSignIn, listCast } from './sign-in/demonstration.ts'

export { areaActor, findArea, listAreas, type Area } from './areas/area-actors.ts'
export { addArea, readAreaFile } from './areas/add-area.ts'
export { FIGURE_READERS, PROVIDER_STAFF, ROLES, type Role } from './roles.ts'
export { openSession } from './sign-in/open-session.ts'
export { makeOpenVisit } from './visits/open-visit.ts'

export type AccessOptions = { pools: Pools; act: Act; origin: string; demonstration: boolean }

/** Areas, teams, members, roles, sign-in, break-glass, audit. */
export function access(options: AccessOptions): Module {
  const { pools, act, demonstration } = options
  return {
    name: 'access',
    routes: [
      route({
        method: 'GET',
        url: '/sign-in',
        action: 'see the sign-in page',
        roles: 'anyone',
        handle: async (c, tools) =>
          tools.render(castPage(demonstration ? await listCast(pools, act) : [], c.req.query('next') ?? '/')),
      }),
      ...(demonstration ? demonstrationSignIn(options) : []),
    ],
    verbs: areaVerbs,
  }
}
