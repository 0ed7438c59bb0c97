import type { Context } from 'hono'
import type { Ctx } from '#platform/act.ts'
import { Invalid } from '#platform/errors.ts'
import { form, words } from '#platform/forms/index.ts'
import { notDone, type Route, type RouteTools } from '#platform/http/screen.ts'
import { asMember, type DoorOptions } from '../accounts/at-the-door.ts'
import { beginAttempt, endAttempt } from '../attempts/begin-attempt.ts'
import { accountKey, rememberBrowser, whereFrom } from '../attempts/where-from.ts'
import { takeRecoveryCode, tidyCode } from '../second-step/recovery-codes.ts'
import { codeForm } from '../second-step/pages.ts'
import { takeTotpCode } from '../second-step/totp.ts'
import { doorForm, TooMany } from './door-form.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { TOO_MANY, type SecondStep } from './sign-in-by-password.ts'
import { codePage, recoveryCodePage } from './sign-in.page.ts'
import { changeStep, endStep, readStep, shownStep } from './steps.ts'

const MOST_WRONG_CODES = 5
const BEGIN_AGAIN = notDone('Your sign-in took longer than 15 minutes. Begin again')

const recoveryForm = form({
  code: words({
    label: 'Recovery code',
    name: 'one of your recovery codes',
    max: 40,
    autocomplete: 'off',
    classes: 'govuk-input--width-20',
    check: (text) =>
      tidyCode(text).length === 12
        ? undefined
        : 'A recovery code is twelve letters and digits, like k7mq-2xwd-9fhr',
  }),
})

/** The second step of signing in with a password: the app's six digits, or a recovery code in their place. */
export const secondStepRoutes = (options: DoorOptions): Route[] => [
  ...doorForm({
    url: '/sign-in/code',
    action: 'sign in with a code',
    form: codeForm,
    show: async (c, tools, filled) =>
      (await isUnderWay(c, tools, options)) ? codePage(filled) : tools.goTo('/sign-in', BEGIN_AGAIN),
    save: (c, tools, { code }) =>
      takeCode(c, tools, options, 'code', (ctx) => takeTotpCode(ctx, options.secret, code)),
  }),
  ...doorForm({
    url: '/sign-in/recovery-code',
    action: 'sign in with a recovery code',
    form: recoveryForm,
    show: async (c, tools, filled) =>
      (await isUnderWay(c, tools, options)) ? recoveryCodePage(filled) : tools.goTo('/sign-in', BEGIN_AGAIN),
    save: (c, tools, { code }) =>
      takeCode(c, tools, options, 'recovery-code', (ctx) => takeRecoveryCode(ctx, options.secret, code)),
  }),
]

async function isUnderWay(c: Context, { visit }: RouteTools, options: DoorOptions): Promise<boolean> {
  const shown = await shownStep(c, options)
  if (!shown) return false
  return (
    (await options.act(shown.door, visit, (ctx) => readStep(ctx, 'second-step', shown.token))) !== undefined
  )
}

/** Five wrong codes end the step, and each counts against the account: knowing the password does not help to guess codes. */
async function takeCode(
  c: Context,
  tools: RouteTools,
  options: DoorOptions,
  method: 'code' | 'recovery-code',
  take: (ctx: Ctx) => Promise<boolean>,
): Promise<Response> {
  const { act } = options
  const shown = await shownStep(c, options)
  const step =
    shown &&
    (await act(shown.door, tools.visit, (ctx) => readStep<SecondStep>(ctx, 'second-step', shown.token)))
  if (!shown || !step?.member_id) return tools.goTo('/sign-in', BEGIN_AGAIN)
  const { member_id, content } = step
  const from = whereFrom(c, options, content.email)
  const attempt_id = await act(shown.door, tools.visit, (ctx) => beginAttempt(ctx, method, from))
  if (!attempt_id) throw new TooMany({ code: TOO_MANY })

  const right = await act(asMember(shown.door, member_id), tools.visit, async (ctx) => {
    const now = await readStep<SecondStep>(ctx, 'second-step', shown.token)
    if (!now) return false
    if (await take(ctx)) return endStep(ctx, now)
    if (now.wrong_codes + 1 >= MOST_WRONG_CODES) await endStep(ctx, now)
    else await changeStep(ctx, now, { wrong_codes: now.wrong_codes + 1 })
    await endAttempt(ctx, attempt_id, 'wrong', member_id)
    return false
  })
  if (!right) {
    if (!(await isUnderWay(c, tools, options)))
      return tools.goTo('/sign-in', notDone('Too many codes were wrong. Begin again'))
    throw new Invalid({
      code:
        method === 'code'
          ? 'That code is not right, or was used already. Wait for the next one and type it'
          : 'That recovery code is not right, or was used already. Try another',
    })
  }
  rememberBrowser(c, options, accountKey(options.secret, content.email))
  return finishSignIn(c, tools, options, {
    door: shown.door,
    member_id,
    attempt_id,
    signed_in_by: 'password',
    next: content.next,
  })
}
