import type { Context } from 'hono'
import { html, link, page, type Page } from '#platform/design-system/index.ts'
import { found } from '#platform/errors.ts'
import { notDone, route, type Route, type RouteTools } from '#platform/http/screen.ts'
import { atTheDoor, type DoorOptions } from '../accounts/at-the-door.ts'
import { findArea } from '../areas/area-actors.ts'
import { beginAttempt, endAttempt } from '../attempts/begin-attempt.ts'
import { whereFrom } from '../attempts/where-from.ts'
import { finishSignIn, safeNext } from '../sign-in/finish-sign-in.ts'
import { TOO_MANY } from '../sign-in/sign-in-by-password.ts'
import { endStep, giveStep, openStep, readStep, shownStep } from '../sign-in/steps.ts'
import { linkIdentity } from './link-identity.ts'
import { type Asked, askProvider, hearProvider } from './open-id.ts'
import { findProvider } from './queries.ts'

/** Signing in with an organisation's own identity. It begins by a link: a form may not lead to another site (form-action 'self'). */
export const organisationSignInRoutes = (options: DoorOptions): Route[] => [
  route({
    method: 'GET',
    url: '/sign-in/organisation/callback',
    action: 'come back from an organisation’s own sign-in',
    roles: 'anyone',
    handle: (c, tools) => comeBack(c, tools, options),
  }),
  route({
    method: 'GET',
    url: '/sign-in/organisation/:area_code/:organisation_code',
    action: 'go to an organisation’s own sign-in',
    roles: 'anyone',
    handle: (c, tools) => goThere(c, tools, options),
  }),
]

async function goThere(c: Context, tools: RouteTools, options: DoorOptions): Promise<Response> {
  const { pools, act, origin } = options
  const { area_code = '', organisation_code = '' } = c.req.param() as Record<string, string>
  const area = found(await findArea(pools, area_code))
  const door = await atTheDoor(pools, area.code)
  const provider = found(await act(door, tools.visit, (ctx) => findProvider(ctx, { organisation_code })))
  const ready = await askProvider(provider, options, safeNext(c.req.query('next'))).catch(() => undefined)
  if (!ready)
    return tools.render(
      refused('Its sign-in does not answer at the moment. Wait a few minutes and try again.'),
      { status: 502 },
    )
  const token = await act(door, tools.visit, (ctx) => openStep(ctx, 'organisation', ready.asked))
  giveStep(c, origin, door.area_id, token)
  return tools.goTo(ready.url)
}

async function comeBack(c: Context, tools: RouteTools, options: DoorOptions): Promise<Response> {
  const { act } = options
  const shown = await shownStep(c, options)
  const step =
    shown &&
    (await act(shown.door, tools.visit, async (ctx) => {
      const open = await readStep<Asked>(ctx, 'organisation', shown.token)
      return open && (await endStep(ctx, open)) ? open : undefined
    }))
  if (!shown || !step)
    return tools.goTo('/sign-in', notDone('Your sign-in took longer than 15 minutes. Begin again'))
  const { door } = shown
  const { identity_provider_id } = step.content
  const provider = found(await act(door, tools.visit, (ctx) => findProvider(ctx, { identity_provider_id })))
  const attempt_id = await act(door, tools.visit, (ctx) =>
    beginAttempt(ctx, 'organisation', whereFrom(c, options)),
  )
  if (!attempt_id) return tools.render(refused(`${TOO_MANY}.`), { status: 429 })
  const identity = await hearProvider(provider, options, step.content, new URL(c.req.url).search).catch(
    () => undefined,
  )
  const member_id = identity && (await linkIdentity(act, door, tools.visit, provider, identity))
  if (!member_id) {
    await act(door, tools.visit, (ctx) => endAttempt(ctx, attempt_id, 'wrong'))
    return tools.render(
      refused(
        identity
          ? `${provider.organisation_name} knows you, but has no account here with an e-mail address that it has verified as yours. Ask its administrator to add you.`
          : 'What came back from it does not fit what was asked, or you did not agree to sign in. Begin again.',
      ),
      { status: 403 },
    )
  }
  return finishSignIn(c, tools, options, {
    door,
    member_id,
    attempt_id,
    signed_in_by: 'organisation',
    next: step.content.next,
  })
}

const refused = (why: string): Page =>
  page(
    { title: 'You are not signed in', back: '/sign-in' },
    html`<p class="govuk-body">${why}</p><p class="govuk-body">${link('Go to the sign-in page', '/sign-in')}</p>`,
  )
