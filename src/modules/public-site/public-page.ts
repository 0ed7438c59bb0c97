import type { Context } from 'hono'
import { atTheDoor, listAreas } from '#access'
import type { Act, Ctx } from '#platform/act.ts'
import type { Page } from '#platform/design-system/index.ts'
import type { Pools } from '#platform/database/pools.ts'
import { found } from '#platform/errors.ts'
import { route, type Route, type RouteTools } from '#platform/http/screen.ts'

export type PublicOptions = {
  pools: Pools
  act: Act
  secret: string
  origin: string
  /** How many proxies of ours stand before it: the network address is the one that the outermost of them saw. */
  proxies?: number | undefined
}

type Work<T> = (ctx: Ctx) => Promise<T>

// A cache before us may answer for a minute, so that a paper in the news is read from there; a browser asks each time, so that what is withdrawn is gone
// when it is opened again.
const KEPT = 'public, max-age=0, s-maxage=60, must-revalidate'

/** Runs work as a member of the public: in the area, with none of its teams, so that only what is published is in reach. */
export async function asThePublic<T>(
  { pools, act }: PublicOptions,
  c: Context,
  { visit }: Pick<RouteTools, 'visit'>,
  work: Work<T>,
): Promise<T> {
  const code = c.req.param('area_code') ?? ''
  found((await listAreas(pools)).find((area) => area.code === code))
  return act(await atTheDoor(pools, code), visit, work)
}

/** One page of what is published, open to anyone, without a cookie. Caches may keep it, but not as somebody signed in sees it, nor with a message for one reader. */
export const publicPage = (
  options: PublicOptions,
  url: string,
  action: string,
  show: (ctx: Ctx, param: (name: string) => string) => Promise<Page | Response>,
): Route =>
  route({
    method: 'GET',
    url,
    action,
    roles: 'anyone',
    handle: async (c, tools) => {
      const answer = await asThePublic(options, c, tools, (ctx) =>
        show(ctx, (name) => c.req.param(name) ?? ''),
      )
      const response = answer instanceof Response ? answer : tools.render(answer)
      if (!tools.actor && response.status === 200 && !response.headers.has('set-cookie'))
        response.headers.set('cache-control', KEPT)
      response.headers.append('vary', 'cookie')
      return response
    },
  })
