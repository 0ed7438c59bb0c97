import type { Context } from 'hono'
import { CSRF_FIELD } from '../design-system/index.ts'
import { Invalid } from '../errors.ts'
import { type Body, withoutSecrets } from '../forms/index.ts'
import type { HttpOptions } from './app.ts'
import { readForm } from './read-form.ts'
import { notDone } from './screen.ts'
import { giveUnsent, isFormToken, say, shownSession } from './session-cookie.ts'

const ENDED = 'You were signed out because nothing was sent for a while. Sign in to go on where you were.'
const KEPT =
  'You were signed out because nothing was sent for a while. What you typed is kept, and not saved yet: sign in, and it is there again.'

/**
 * Leads somebody whose session is over, or who never had one, to signing in, and back afterwards. What they sent is kept for the member whose
 * session it was: a form takes longer to fill in than a session may lie idle. `fields` are those of a form whose sending may be kept.
 */
export async function signInFirst(
  c: Context,
  fields: Parameters<typeof withoutSecrets>[1] | undefined,
  options: HttpOptions,
): Promise<Response> {
  const { signInUrl, origin, secret, typing } = options
  const shown = shownSession(c, origin)
  const { path } = c.req
  let kept = false
  if (shown && typing && c.req.method === 'POST' && fields) {
    const body: Body = await readForm(c).catch(() => ({}))
    if (isFormToken(secret, shown, body[CSRF_FIELD]))
      kept = await typing.keepForEnded(shown, path, withoutSecrets(body, fields)).catch(isTooLong)
  }
  if (kept) giveUnsent(c, origin, path)
  if (shown) say(c, origin, notDone(kept ? KEPT : ENDED))
  return c.redirect(`${signInUrl}?next=${encodeURIComponent(path + new URL(c.req.url).search)}`, 303)
}

const isTooLong = (error: Error): false => {
  if (error instanceof Invalid) return false
  throw error
}
