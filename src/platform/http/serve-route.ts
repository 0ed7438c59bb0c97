import type { Context } from 'hono'
import { CSRF_FIELD } from '../design-system/index.ts'
import { NotAllowed, NotOwnPage } from '../errors.ts'
import type { HttpOptions } from './app.ts'
import { readForm } from './read-form.ts'
import type { Render } from './render.ts'
import type { Route, RouteTools } from './screen.ts'
import { isFormToken, say } from './session-cookie.ts'
import { whoCame } from './who-came.ts'

/** A plain route: who came is settled and written down first, as for a screen; the rest is the handler's. */
export async function serveRoute(
  c: Context,
  one: Route,
  options: HttpOptions,
  render: Render,
): Promise<Response> {
  const came = await whoCame(c, one, options)
  if (!came) {
    if (c.req.path.startsWith('/api/')) return c.json({ error: 'sign in first' }, 401)
    // What only takes what is sent is no page to come back to.
    const isPage = c.req.method === 'GET' || options.routes.some((r) => r.url === one.url && r !== one)
    const next = isPage ? c.req.path + new URL(c.req.url).search : '/'
    return c.redirect(`${options.signInUrl}?next=${encodeURIComponent(next)}`, 303)
  }
  const { actor, shown, visit } = came
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
      if (!isFormToken(options.secret, shown, body[CSRF_FIELD])) throw new NotOwnPage()
      return body
    },
  }
  return one.handle(c, tools)
}
