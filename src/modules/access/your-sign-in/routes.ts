import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { formPage, html, link, page } from '#platform/design-system/index.ts'
import { field, textOf } from '#platform/forms/index.ts'
import { route, screen, type Route, type Screen } from '#platform/http/screen.ts'
import { takeSession } from '#platform/http/session-cookie.ts'
import type { DoorOptions } from '../accounts/at-the-door.ts'
import { ownEmail } from '../accounts/own-account.ts'
import { addPasskey, askForPasskey, removePasskey } from '../passkeys/add-passkey.ts'
import { readAnswer, takeChallenge } from '../passkeys/sign-in-by-passkey.ts'
import { hashPassword } from '../passwords/hash-password.ts'
import { checkNewPassword } from '../passwords/new-password.ts'
import { recoveryCodesList, setUpPage } from '../second-step/pages.ts'
import { makeRecoveryCodes } from '../second-step/recovery-codes.ts'
import { authenticatorUri } from '../second-step/totp.ts'
import { doorForm } from '../sign-in/door-form.ts'
import { endSessions } from '../sign-in/open-session.ts'
import { giveStep, openStep } from '../sign-in/steps.ts'
import {
  changeAuthenticator,
  changePassword,
  checkPresentPassword,
  openKey,
  sealNewKey,
} from './change-sign-in.ts'
import { changePasswordForm, newAppForm, passwordForm } from './form.ts'
import { getYourSignIn } from './queries.ts'
import { yourSignInPage } from './your-sign-in.page.ts'

const HERE = '/your-sign-in'
const roles = 'everyone'

/** How one signs in oneself: password, authenticator app, recovery codes, passkeys, and the browsers one is signed in on. */
export const yourSignInRoutes = (options: DoorOptions): (Screen | Route)[] => [
  screen(HERE, {
    action: 'see how one signs in',
    roles,
    show: async (ctx) => yourSignInPage(await getYourSignIn(ctx), ctx.actor),
  }),
  ...secrets(options),
  ...passkeys(options),
  ...sessions(options),
]

const secrets = (options: DoorOptions): Route[] => [
  ...doorForm({
    url: `${HERE}/password`,
    action: 'change one’s password',
    roles,
    form: changePasswordForm,
    show: async (_, __, filled) =>
      formPage(
        {
          title: 'Change your password',
          back: HERE,
          submit: 'Change password',
          before: html`<p class="govuk-body">You stay signed in here. Wherever else you are signed in, you will have to sign in again.</p>`,
        },
        html`${field(filled.present)}${field(filled.password)}${field(filled.again)}`,
      ),
    save: async (_, tools, typed) => {
      const email = await tools.act(ownEmail)
      const own = [email, email.split('@')[0] ?? '', (tools.actor?.name ?? '').replaceAll(' ', '')]
      const chosen = checkNewPassword(typed, own)
      await checkPresentPassword(tools, options, typed.present)
      const hash = await hashPassword(options.secret, chosen)
      await tools.act((ctx) => changePassword(ctx, hash))
      return tools.goTo(HERE, 'Your password is changed')
    },
  }),
  ...doorForm({
    url: `${HERE}/app`,
    action: 'change one’s authenticator app',
    roles,
    form: newAppForm,
    show: async (_, tools, filled) => {
      const actor_id = tools.actor?.actor_id ?? ''
      const sent = textOf(filled.key.typed)
      const key = openKey(actor_id, options.secret, sent) ? sent : sealNewKey(actor_id, options.secret)
      const base32 = openKey(actor_id, options.secret, key)
      const uri = authenticatorUri(base32, await tools.act(ownEmail))
      return setUpPage({ title: 'Set up another authenticator app', back: HERE, base32, uri }, filled.code, [
        field({ ...filled.key, typed: key }),
        field(filled.present),
      ])
    },
    save: async (_, tools, typed) => {
      await checkPresentPassword(tools, options, typed.present)
      await tools.act((ctx) => changeAuthenticator(ctx, options.secret, typed))
      return tools.goTo(HERE, 'Your new authenticator app is set up. The old one does not work any more')
    },
  }),
  ...doorForm({
    url: `${HERE}/recovery-codes`,
    action: 'make new recovery codes',
    roles,
    form: passwordForm,
    show: async (_, __, filled) =>
      formPage(
        {
          title: 'Make new recovery codes',
          back: HERE,
          submit: 'Make new codes',
          before: html`<p class="govuk-body">The codes you have now will not work any more.</p>`,
        },
        html`${field(filled.present)}`,
      ),
    save: async (_, tools, { present }) => {
      await checkPresentPassword(tools, options, present)
      const codes = await tools.act((ctx) => makeRecoveryCodes(ctx, options.secret))
      return page(
        { title: 'Your new recovery codes' },
        html`${recoveryCodesList(codes)}<p class="govuk-body">${link('I have kept them', HERE)}</p>`,
      )
    },
  }),
]

const passkeys = (options: DoorOptions): Route[] => [
  route({
    method: 'POST',
    url: `${HERE}/passkeys/options`,
    action: 'ask to add a passkey',
    roles,
    handle: async (c, tools) => {
      await tools.body()
      const { asked, token } = await tools.act(async (ctx) => {
        const asked = await askForPasskey(ctx, options.origin, (await ownEmail(ctx)) || ctx.actor.name)
        return {
          asked,
          token: await openStep(ctx, 'new-passkey', { challenge: asked.challenge }, ctx.actor.actor_id),
        }
      })
      giveStep(c, options.origin, tools.actor?.area_id ?? '', token)
      return c.json(asked)
    },
  }),
  route({
    method: 'POST',
    url: `${HERE}/passkeys`,
    action: 'add a passkey',
    roles,
    handle: async (c, tools) => {
      const body = await tools.body()
      const expectedChallenge = await takeChallenge(c, tools, options, 'new-passkey')
      const response = readAnswer(body.answer) as RegistrationResponseJSON | undefined
      if (!expectedChallenge || !response) return tools.goTo(HERE, 'No passkey was added. Try again')
      const name = textOf(body.name).trim().slice(0, 60) || 'Passkey'
      await tools.act((ctx) => addPasskey(ctx, { origin: options.origin, expectedChallenge, response, name }))
      return tools.goTo(HERE, 'Your passkey is added. Next time you can sign in with it alone')
    },
  }),
  route({
    method: 'POST',
    url: `${HERE}/passkeys/:passkey_id/remove`,
    action: 'remove a passkey',
    roles,
    handle: async (c, tools) => {
      await tools.body()
      await tools.act((ctx) => removePasskey(ctx, c.req.param('passkey_id') ?? ''))
      return tools.goTo(HERE, 'The passkey is removed')
    },
  }),
]

const sessions = ({ origin }: DoorOptions): Route[] => [
  route({
    method: 'POST',
    url: `${HERE}/sessions/end-others`,
    action: 'sign out everywhere else',
    roles,
    handle: async (_, tools) => {
      await tools.body()
      await tools.act((ctx) => endSessions(ctx, 'all-others'))
      return tools.goTo(HERE, 'You are signed out everywhere else')
    },
  }),
  route({
    method: 'POST',
    url: `${HERE}/sessions/:session_id/end`,
    action: 'end one of one’s sessions',
    roles,
    handle: async (c, tools) => {
      await tools.body()
      const session_id = c.req.param('session_id') ?? ''
      const ended = await tools.act((ctx) => endSessions(ctx, { session_id }))
      if (session_id !== tools.actor?.session_id)
        return tools.goTo(
          HERE,
          ended > 0 ? 'That browser is signed out' : 'That browser was signed out already',
        )
      takeSession(c, origin)
      return tools.goTo('/sign-in', 'You have signed out')
    },
  }),
]
