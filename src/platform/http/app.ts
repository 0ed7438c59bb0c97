import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import type { Act, Actor } from '../act.ts'
import { makeAllowedMethods } from './allowed-methods.ts'
import { serveAssets } from './assets.ts'
import { answerTo, notFoundAnswer, otherMethodAnswer } from './errors.ts'
import { makeRender, type Look } from './render.ts'
import { serveRoute } from './serve-route.ts'
import { serveScreen } from './serve-screen.ts'
import type { Route, Screen } from './screen.ts'
import type { Shown } from './session-cookie.ts'
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
}

/** The whole of the HTTP layer: security headers on every answer, errors included; assets; then every route, by its URL. */
export function makeHttp(options: HttpOptions): Hono {
  const app = new Hono({ strict: false })
  const render = makeRender(options)
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", NONCE],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      strictTransportSecurity: options.origin.startsWith('https:')
        ? 'max-age=63072000; includeSubDomains'
        : false,
      permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
    }),
  )
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
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
