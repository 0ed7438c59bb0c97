import { whereFrom } from '#access'
import { Invalid } from '#platform/errors.ts'
import { route, type Route } from '#platform/http/screen.ts'
import { listSeries } from './series.ts'
import { asThePublic, publicPage, type PublicOptions } from '../public-page.ts'
import { askToFollow, confirmFollowing, stopFollowing } from './follow.ts'
import { confirmPage, followForm, followPage, type Said, saidPage, stopPage } from './pages.ts'

const AT = '/published/:area_code/follow'

/** Following by e-mail: asked for, confirmed by the address itself, stopped by one click. Pages with a token or a form are kept by no cache. */
export const followingRoutes = (options: PublicOptions): Route[] => [
  route({
    method: 'GET',
    url: AT,
    action: 'ask to follow what is published',
    roles: 'anyone',
    handle: (c, tools) =>
      asThePublic(options, c, tools, async (ctx) => {
        const series = await listSeries(ctx)
        const of = (c.req.queries('of') ?? []).filter((one) => Object.hasOwn(series, one))
        return tools.render(followPage(ctx.actor.area_code, followForm(series).fill({ values: { of } })))
      }),
  }),
  route({
    method: 'POST',
    url: AT,
    action: 'ask to follow what is published',
    roles: 'anyone',
    handle: async (c, tools) => {
      const body = await tools.body()
      const area_code = c.req.param('area_code') ?? ''
      const form = followForm(await asThePublic(options, c, tools, listSeries))
      try {
        await asThePublic(options, c, tools, (ctx) =>
          askToFollow(ctx, options, form.read(body, ctx.today), whereFrom(c, options).address_key),
        )
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        const { messages } = error
        const filled = form.fill({ body, messages })
        return tools.render(followPage(area_code, filled), {
          status: 422,
          errors: messages,
          fields: form.fields,
        })
      }
      return tools.goTo(`/published/${area_code}/follow/asked`)
    },
  }),
  ...(['asked', 'confirmed', 'stopped'] as const).map((said: Said) =>
    publicPage(options, `${AT}/${said}`, `read that following is ${said}`, async ({ actor }) =>
      saidPage(actor.area_code, said),
    ),
  ),
  ...(['confirm', 'stop'] as const).map((what) =>
    route({
      method: 'GET',
      url: `${AT}/${what}/:token`,
      action: `see how to ${what} following`,
      roles: 'anyone',
      // Only shown: programs that look through mail open every link in it.
      handle: (c, tools) =>
        asThePublic(options, c, tools, async ({ actor }) =>
          tools.render((what === 'confirm' ? confirmPage : stopPage)(actor.area_code)),
        ),
    }),
  ),
  route({
    method: 'POST',
    url: `${AT}/confirm/:token`,
    action: 'confirm following',
    roles: 'anyone',
    handle: async (c, tools) => {
      await tools.body()
      await asThePublic(options, c, tools, (ctx) => confirmFollowing(ctx, c.req.param('token') ?? ''))
      return tools.goTo(`/published/${c.req.param('area_code')}/follow/confirmed`)
    },
  }),
  route({
    method: 'POST',
    url: `${AT}/stop/:token`,
    action: 'stop following',
    roles: 'anyone',
    // A mail program's own button posts here from nowhere (RFC 8058): the token is the key.
    signIn: 'key',
    handle: async (c, tools) => {
      await asThePublic(options, c, tools, (ctx) => stopFollowing(ctx, c.req.param('token') ?? ''))
      return tools.goTo(`/published/${c.req.param('area_code')}/follow/stopped`)
    },
  }),
]
