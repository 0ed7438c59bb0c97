import type { Context } from 'hono'
import { CSRF_FIELD } from '../design-system/index.ts'
import { withoutSecrets } from '../forms/index.ts'
import type { HttpOptions } from './app.ts'
import { readForm } from './read-form.ts'
import { notDone, type Screen } from './screen.ts'
import { giveUnsent, isFormToken, say, shownSession } from './session-cookie.ts'

const ENDED = 'You were signed out because nothing was sent for a while. Sign in to go on where you were.'
const KEPT =
  'You were signed out because nothing was sent for a while. What you typed is kept, and not saved yet: sign in, and it is there again.'

/**
 * Leads somebody whose session is over, or who never had one, to signing in, and back afterwards. What they sent is kept for the member whose
 * session it was: a form takes longer to fill in than a session may lie idle.
 */
export async function signInFirst(c: Context, screen: Screen, options: HttpOptions): Promise<Response> {
  const { signInUrl, origin, secret, typing } = options
  const shown = shownSession(c, origin)
  const { path } = c.req
  let kept = false
  if (shown && typing && c.req.method === 'POST' && screen.form && !screen.asks) {
    const body = await readForm(c)
    if (isFormToken(secret, shown, body[CSRF_FIELD]))
      kept = await typing.keepForEnded(shown, path, withoutSecrets(body, screen.form.fields))
  }
  if (kept) giveUnsent(c, origin, path)
  if (shown) say(c, origin, notDone(kept ? KEPT : ENDED))
  return c.redirect(`${signInUrl}?next=${encodeURIComponent(path + new URL(c.req.url).search)}`, 303)
}
