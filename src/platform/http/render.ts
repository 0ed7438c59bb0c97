import type { Context } from 'hono'
import type { Actor } from '../act.ts'
import { layout, toAscii, type Frame, type Page } from '../design-system/index.ts'
import { errorLinks } from '../forms/index.ts'
import { completeAnswer, type SecurityHeaders } from './security-headers.ts'
import { asFlash } from './screen.ts'
import { formToken, takeSaid, type Shown } from './session-cookie.ts'

/** What every page shows around its own: the service's name, and the navigation for whoever came. */
export type Look = {
  service: Frame['service']
  navigation: (actor: Actor | undefined) => Frame['navigation']
  signedInAs: (actor: Actor | undefined) => Frame['signedInAs']
  demonstration: (actor: Actor | undefined) => Frame['demonstration']
  footer: NonNullable<Frame['footer']>
}

export type RenderOptions = {
  status?: number | undefined
  errors?: Record<string, string> | undefined
  // oxlint-disable-next-line typescript/no-explicit-any -- any form's fields
  fields?: Record<string, any> | undefined
  actor?: Actor | undefined
  shown?: Shown | undefined
  /** What a form's page says of itself: see Frame. */
  frame?: Pick<Frame, 'once' | 'seen' | 'draft'>
  /** Nothing was set on the context: no header, no cookie. */
  onlyPage?: boolean
}
export type Render = (c: Context, page: Page, options?: RenderOptions) => Response

/** Makes the function that puts a page in its layout: one Buffer with its length, in ASCII with entities. */
export function makeRender(settings: {
  secret: string
  origin: string
  look: Look
  headersOf: SecurityHeaders
}): Render {
  const { look, headersOf } = settings
  return (c, page, { status, errors, fields, actor, shown, frame: own, onlyPage } = {}) => {
    const nonce: string = c.get('nonce')
    const said = takeSaid(c, settings.origin)
    const signedInAs = look.signedInAs(actor)
    const frame: Frame = {
      nonce,
      csrf: formToken(settings.secret, shown),
      currentUrl: new URL(c.req.url).pathname,
      service: look.service,
      navigation: look.navigation(actor),
      demonstration: look.demonstration(actor) ?? false,
      footer: look.footer,
      ...(signedInAs ? { signedInAs } : {}),
      ...(said ? { flash: asFlash(said) } : {}),
      ...own,
      ...(errors ? { errors: errorLinks(errors, fields) } : {}),
    }
    const bytes = Buffer.from(toAscii(layout(page, frame)), 'latin1')
    const answer = (status ?? page.status ?? 200) as 200
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(bytes.length),
    }
    // What a handler or a cookie set before is in the context's keeping, and goes with the context's answer only.
    return onlyPage && !said
      ? completeAnswer(bytes, answer, { ...headersOf(nonce), ...headers })
      : c.body(bytes, answer, headers)
  }
}
