import {
  details,
  formPage,
  html,
  insetText,
  type Content,
  type Html,
  type Page,
} from '#platform/design-system/index.ts'
import { field, type FilledField, form, words } from '#platform/forms/index.ts'
import { qrCode } from './qr-code.ts'

const SIX_DIGITS = /^\d{6}$/

/** The six digits that an authenticator app shows. */
export const codeForm = form({
  code: words({
    label: 'Six-digit code',
    name: 'the six digits that your authenticator app shows',
    hint: 'It changes every 30 seconds.',
    max: 20,
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    classes: 'govuk-input--width-5',
    tidy: (text) => text.replaceAll(/\s/g, ''),
    check: (text) => (SIX_DIGITS.test(text) ? undefined : 'The code must be six digits, like 123456'),
  }),
})

/** Choosing an authenticator app: scan or type the key, then prove it with a code. */
export const setUpPage = (
  options: { title: string; base32: string; uri: string; back?: string; caption?: string },
  code: FilledField,
  /** What stands before the code: asked for, or carried along. */
  before: Content[] = [],
): Page =>
  formPage(
    {
      title: options.title,
      submit: 'Continue',
      ...(options.back ? { back: options.back } : {}),
      ...(options.caption ? { caption: options.caption } : {}),
      before: html`<p class="govuk-body">Besides your password, you sign in with a code that an app on your phone shows.
        If you have no such app, get one from your phone’s app store: any that is called an authenticator will do.</p>
      <p class="govuk-body">In the app, add an account and point the camera at this square.</p>
      ${qrCode(options.uri, 'QR code for your authenticator app')}
      ${details({ summaryText: 'I cannot use the camera', html: keyInWords(options.base32) })}`,
    },
    html`${before}${field(code)}`,
  )

const keyInWords = (base32: string): Html =>
  html`<p class="govuk-body">Type this key into the app, without the spaces. Choose “time based” if it asks.</p>
  <p class="govuk-body app-code">${(base32.match(/.{1,4}/g) ?? []).join(' ')}</p>`

/** Recovery codes, in front of their member once. */
export const recoveryCodesList = (codes: readonly string[]): Html =>
  html`${insetText({ text: 'They are shown this once. Print them, or write them down and keep them where you keep your keys.' })}
  <p class="govuk-body">If you lose your phone, sign in with one of these in place of the six digits. Each works once.</p>
  <ul class="govuk-list app-codes">${codes.map((code) => html`<li class="app-code">${code}</li>`)}</ul>`
