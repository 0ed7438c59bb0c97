import type { Context } from 'hono'
import { CSRF_FIELD } from '../design-system/index.ts'
import { NotAllowed, NotOwnPage } from '../errors.ts'
import type { HttpOptions } from './app.ts'
import { readForm } from './read-form.ts'
import type { Render } from './render.ts'
import { notDone, type Route, type RouteTools } from './screen.ts'
import { giveUnsent, isFormToken, isUnsent, say } from './session-cookie.ts'
import { isTokenLike, SIGNED_IN_AGAIN } from './signed-in-again.ts'
import { signInFirst } from './sign-in-first.ts'
import { whoCame } from './who-came.ts'

/** A plain route: who came is settled and written down first, as for a screen; the rest is the handler's. */
export async function serveRoute(
  c: Context,
  one: Route,
  options: HttpOptions,
  render: Render,
): Promise<Response> {
  const came = await whoCame(c, one, options)
  if (!came && one.keeps) return signInFirst(c, {}, options)
  if (!came) {
    if (c.req.path.startsWith('/api/')) return c.json({ error: 'sign in first' }, 401)
    // What only takes what is sent is no page to come back to.
    const isPage = c.req.method === 'GET' || options.routes.some((r) => r.url === one.url && r !== one)
    const next = isPage ? c.req.path + new URL(c.req.url).search : '/'
    return c.redirect(`${options.signInUrl}?next=${encodeURIComponent(next)}`, 303)
  }
  const { actor, shown, visit } = came
  const { path } = c.req
  const waits = () => options.typing && isUnsent(c, options.origin, path)
  const tools: RouteTools = {
    actor,
    visit,
    act: (work) => {
      if (!actor) throw new NotAllowed('Sign in first')
      return options.act(actor, visit, work)
    },
    render: (page, extra) => render(c, page, { actor, shown, ...extra }),
    goTo: (url, said) => {
      if (said) say(c, options.origin, said)
      return c.redirect(url, 303)
    },
    isOurs: (token) => isFormToken(options.secret, shown, token),
    body: async () => {
      const body = await readForm(c)
      if (!isFormToken(options.secret, shown, body[CSRF_FIELD])) throw new NotOwnPage(body)
      return body
    },
    unsent: async () =>
      waits() ? (await tools.act((ctx) => options.typing!.find(ctx, path)))?.fields : undefined,
  }
  if (!one.keeps || !options.typing || !actor) return one.handle(c, tools)
  try {
    const response = await one.handle(c, tools)
    if (response.status < 400 && waits()) await tools.act((ctx) => options.typing!.drop(ctx, path))
    return response
  } catch (error) {
    if (!(error instanceof NotOwnPage) || !isTokenLike(error.sent[CSRF_FIELD])) throw error
    const { sent } = error
    await tools.act((ctx) => options.typing!.keep(ctx, path, sent))
    giveUnsent(c, options.origin, path)
    return tools.goTo(path, notDone(SIGNED_IN_AGAIN))
  }
}
