import type { Context } from 'hono'
import { CSRF_FIELD } from '#platform/design-system/index.ts'
import { NotOwnPage } from '#platform/errors.ts'
import { textOf } from '#platform/forms/index.ts'
import { readForm } from '#platform/http/read-form.ts'
import { route, type RouteTools } from '#platform/http/screen.ts'
import { giveUnsent, isFormToken, shownSession } from '#platform/http/session-cookie.ts'
import type { DoorOptions } from '../accounts/at-the-door.ts'
import { dropDraft, isOurPath, keepDraft } from './keep-draft.ts'
import { keepForEnded } from './keep-for-ended.ts'

/** Where a form sends what is typed so far, and where a page says that somebody is still there. */
export const typingRoutes = (options: DoorOptions) => [
  route({
    method: 'POST',
    url: '/drafts',
    action: 'keep a draft',
    roles: 'anyone',
    handle: (c, tools) => takeDraft(c, tools, options),
  }),
  route({
    method: 'POST',
    url: '/drafts/discard',
    action: 'discard a draft',
    roles: 'everyone',
    handle: async (_, tools) => {
      const url = textOf((await tools.body())._url)
      await tools.act((ctx) => dropDraft(ctx, url))
      return tools.goTo(isOurPath(url) ? url : '/', 'Draft discarded')
    },
  }),
  route({
    method: 'POST',
    url: '/still-here',
    action: 'stay signed in',
    roles: 'everyone',
    handle: async (c, tools) => {
      await tools.body()
      return c.body(null, 204)
    },
  }),
]

/** The script sends as somebody types, the button "Save draft" when it is pressed; also after the time of their session, whose member finds it again. */
async function takeDraft(c: Context, tools: RouteTools, options: DoorOptions): Promise<Response> {
  const { origin, secret } = options
  const asked = c.req.header('accept') === 'application/json'
  const shown = shownSession(c, origin)
  const body = await readForm(c)
  if (!isFormToken(secret, shown, body[CSRF_FIELD])) throw new NotOwnPage()
  const url = textOf(body._url)
  if (tools.actor) {
    await tools.act((ctx) => keepDraft(ctx, url, body))
    giveUnsent(c, origin, url)
    return asked ? c.body(null, 204) : tools.goTo(url, 'Draft saved')
  }
  const kept = shown !== undefined && (await keepForEnded(options, shown, url, body))
  if (kept) giveUnsent(c, origin, url)
  return asked
    ? c.json({ error: 'sign in first', kept }, 401)
    : tools.goTo(`/sign-in?next=${encodeURIComponent(isOurPath(url) ? url : '/')}`)
}
