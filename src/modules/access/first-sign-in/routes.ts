import type { Context } from 'hono'
import type { Actor } from '#platform/act.ts'
import { formPage, html, link, page, type Page } from '#platform/design-system/index.ts'
import { refuse } from '#platform/errors.ts'
import { field, form, words } from '#platform/forms/index.ts'
import { notDone, type Route, type RouteTools } from '#platform/http/screen.ts'
import { giveSession } from '#platform/http/session-cookie.ts'
import { asMember, atTheDoor, type DoorOptions } from '../accounts/at-the-door.ts'
import { ownEmail } from '../accounts/own-account.ts'
import { listAreas } from '../areas/area-actors.ts'
import { beginAttempt, endAttempt } from '../attempts/begin-attempt.ts'
import { accountKey, rememberBrowser, whereFrom } from '../attempts/where-from.ts'
import { hashPassword } from '../passwords/hash-password.ts'
import { newPasswordForm, checkNewPassword } from '../passwords/new-password.ts'
import { codeForm, recoveryCodesList, setUpPage } from '../second-step/pages.ts'
import { tidyCode } from '../second-step/recovery-codes.ts'
import { authenticatorUri, counterOf, newSecret } from '../second-step/totp.ts'
import { doorForm, TooMany } from '../sign-in/door-form.ts'
import { openSession } from '../sign-in/open-session.ts'
import { TOO_MANY } from '../sign-in/sign-in-by-password.ts'
import { changeStep, endStep, giveStep, openStep, readStep, shownStep, takeStep } from '../sign-in/steps.ts'
import { acceptInvitation, findInvitation } from './accept-invitation.ts'

/** What is known between the three pages: the code (sealed by its step's token), then the password's hash, then the app's key. */
type FirstSteps = { code: string; base32: string; password_hash?: string }
type UnderWay = { door: Actor; token: string; step_id: string; member_id: string; content: FirstSteps }

const BEGIN_AGAIN = notDone('That took longer than 15 minutes. Begin again with your code')

const invitationForm = form({
  code: words({
    label: 'Code from your administrator',
    name: 'the code from your administrator',
    max: 60,
    autocomplete: 'off',
    hint: 'Twenty letters and digits in groups of four. Capitals and hyphens make no difference.',
    check: (text) =>
      tidyCode(text).length === 20 ? undefined : 'The code must be twenty letters and digits',
  }),
})

/** Signing in for the first time, or afresh: the administrator's code, a password, an authenticator app; then recovery codes, shown once. */
export const firstSignInRoutes = (options: DoorOptions): Route[] => [
  ...doorForm({
    url: '/first-sign-in',
    action: 'begin a first sign-in',
    form: invitationForm,
    show: async (_, __, filled) =>
      formPage(
        {
          title: 'Sign in for the first time or afresh',
          back: '/sign-in',
          submit: 'Continue',
          before: html`<p class="govuk-body">You need a code from the administrator of your organisation, and your phone.</p>`,
        },
        html`${field(filled.code)}`,
      ),
    save: (c, tools, { code }) => begin(c, tools, options, code),
  }),
  ...doorForm({
    url: '/first-sign-in/password',
    action: 'choose a first password',
    form: newPasswordForm,
    show: async (c, tools, filled) => {
      if (!(await underWay(c, tools, options))) return tools.goTo('/first-sign-in', BEGIN_AGAIN)
      return formPage(
        { title: 'Choose a password', caption: 'Step 1 of 2', back: '/first-sign-in', submit: 'Continue' },
        html`${field(filled.password)}${field(filled.again)}`,
      )
    },
    save: async (c, tools, typed) => {
      const now = await underWay(c, tools, options)
      if (!now) return tools.goTo('/first-sign-in', BEGIN_AGAIN)
      const email = await options.act(asMember(now.door, now.member_id), tools.visit, ownEmail)
      const password = checkNewPassword(typed, [email, email.split('@')[0] ?? ''])
      const password_hash = await hashPassword(options.secret, password)
      await options.act(now.door, tools.visit, async (ctx) => {
        const step = await readStep<FirstSteps>(ctx, 'first-sign-in', now.token)
        if (step) await changeStep(ctx, step, { content: { ...step.content, password_hash } })
      })
      return tools.goTo('/first-sign-in/app')
    },
  }),
  ...doorForm({
    url: '/first-sign-in/app',
    action: 'set up a first authenticator app',
    form: codeForm,
    show: async (c, tools, filled) => {
      const now = await underWay(c, tools, options)
      if (!now?.content.password_hash) return tools.goTo('/first-sign-in', BEGIN_AGAIN)
      const { base32 } = now.content
      const email = await options.act(asMember(now.door, now.member_id), tools.visit, ownEmail)
      const title = 'Set up your authenticator app'
      return setUpPage(
        {
          title,
          caption: 'Step 2 of 2',
          back: '/first-sign-in/password',
          base32,
          uri: authenticatorUri(base32, email),
        },
        filled.code,
      )
    },
    save: (c, tools, { code }) => finish(c, tools, options, code),
  }),
]

async function begin(c: Context, tools: RouteTools, options: DoorOptions, code: string): Promise<Response> {
  const { pools, act, secret, origin } = options
  const areas = await listAreas(pools)
  const from = whereFrom(c, options)
  let attempt: { door: Actor; attempt_id: string } | undefined
  for (const area of areas) {
    const door = await atTheDoor(pools, area.code)
    const invited = await act(door, tools.visit, (ctx) => findInvitation(ctx, secret, code))
    if (!invited && area !== areas.at(-1)) continue
    const attempt_id = await act(door, tools.visit, (ctx) => beginAttempt(ctx, 'invitation', from))
    if (!attempt_id) throw new TooMany({ code: TOO_MANY })
    attempt = { door, attempt_id }
    if (!invited) continue
    const content: FirstSteps = { code: tidyCode(code), base32: newSecret() }
    const token = await act(door, tools.visit, async (ctx) => {
      await endAttempt(ctx, attempt_id, 'first-step', invited.member_id)
      return openStep(ctx, 'first-sign-in', content, invited.member_id)
    })
    giveStep(c, origin, door.area_id, token)
    return tools.goTo('/first-sign-in/password')
  }
  const { door, attempt_id } = attempt!
  await act(door, tools.visit, (ctx) => endAttempt(ctx, attempt_id, 'wrong'))
  return refuse(
    'code',
    'That code is not right, was used already, or is more than seven days old. Ask your administrator for a new one',
  )
}

async function underWay(
  c: Context,
  { visit }: RouteTools,
  options: DoorOptions,
): Promise<UnderWay | undefined> {
  const shown = await shownStep(c, options)
  const step =
    shown &&
    (await options.act(shown.door, visit, (ctx) => readStep<FirstSteps>(ctx, 'first-sign-in', shown.token)))
  return shown && step?.member_id ? { ...shown, ...step, member_id: step.member_id } : undefined
}

async function finish(
  c: Context,
  tools: RouteTools,
  options: DoorOptions,
  code: string,
): Promise<Page | Response> {
  const { act, secret, origin } = options
  const now = await underWay(c, tools, options)
  const { base32, password_hash } = now?.content ?? {}
  if (!now || !base32 || !password_hash) return tools.goTo('/first-sign-in', BEGIN_AGAIN)
  const made = await act(asMember(now.door, now.member_id), tools.visit, async (ctx) => {
    const counter = counterOf(base32, code, ctx.now)
    if (counter === undefined) refuse('code', 'That code is not right. Wait for the next one and type it')
    const step = await readStep<FirstSteps>(ctx, 'first-sign-in', now.token)
    if (!step || !(await endStep(ctx, step))) return undefined
    const codes = await acceptInvitation(ctx, secret, {
      code: now.content.code,
      password_hash,
      base32,
      counter,
    })
    return codes && { codes, email: await ownEmail(ctx), token: await openSession(ctx, 'password') }
  })
  takeStep(c, origin)
  if (!made)
    return tools.goTo(
      '/first-sign-in',
      notDone('That code was used already. Ask your administrator for a new one'),
    )
  giveSession(c, origin, now.door.area_id, made.token)
  rememberBrowser(c, options, accountKey(secret, made.email))
  return page(
    { title: 'Your recovery codes' },
    html`<p class="govuk-body">You are signed in. One more thing: keep these codes.</p>${recoveryCodesList(made.codes)}
    <p class="govuk-body">${link('I have kept them: go to the first page', '/')}</p>`,
  )
}
