import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import type { Logger } from 'pino'
import type { Act, Actor } from '../act.ts'
import { makeAllowedMethods } from './allowed-methods.ts'
import { serveAssets } from './assets.ts'
import { answerTo, notFoundAnswer, otherMethodAnswer } from './errors.ts'
import { makeRender, type Look } from './render.ts'
import { makeSecurityHeaders, secureAnswers } from './security-headers.ts'
import { serveRoute } from './serve-route.ts'
import { serveScreen } from './serve-screen.ts'
import type { Route, Screen } from './screen.ts'
import type { Shown } from './session-cookie.ts'
import type { Typing } from './typing.ts'
import { whoCameAstray } from './who-came.ts'

/** What is written down before anything is read. */
export type VisitAsked = {
  visit_id: string
  action: string
  method: string
  path: string
  record_id: string | undefined
}

/** Finds who shows a session, and commits the visit, before anything is read. No session or an ended one: undefined. */
export type OpenVisit = (shown: Shown, visit: VisitAsked) => Promise<Actor | undefined>

export type HttpOptions = {
  routes: readonly (Screen | Route)[]
  act: Act
  openVisit: OpenVisit
  secret: string
  origin: string
  log: Logger
  look: Look
  /** Where someone who is not signed in is sent. */
  signInUrl: string
  /** Who keeps what is typed until it is saved. */
  typing?: Typing
}

/** The whole of the HTTP layer: security headers on every answer, errors included; assets; then every route, by its URL. */
export function makeHttp(options: HttpOptions): Hono {
  const app = new Hono({ strict: false })
  const headersOf = makeSecurityHeaders(options.origin)
  const render = makeRender({ ...options, headersOf })
  app.use(secureAnswers(headersOf))
  app.onError((error, c) => answerTo(error, c, render, options))
  const allowedMethods = makeAllowedMethods(options.routes)
  app.notFound(async (c) => {
    const actor = await whoCameAstray(c, options)
    const allowed = allowedMethods(c.req.path, actor)
    return allowed.length > 0 ? otherMethodAnswer(c, render, allowed) : notFoundAnswer(c, render)
  })
  serveAssets(app)
  const sameSite = csrf()
  for (const one of options.routes) {
    if (one.kind === 'screen') {
      app.get(one.url, (c) => serveScreen(c, one, options, render))
      if (one.save) app.post(one.url, sameSite, (c) => serveScreen(c, one, options, render))
    } else {
      const before = one.method === 'GET' || one.signIn === 'key' ? [] : [sameSite]
      app.on(one.method, [one.url], ...before, (c) => serveRoute(c, one, options, render))
    }
  }
  return app
}
