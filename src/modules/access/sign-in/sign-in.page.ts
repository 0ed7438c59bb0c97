import {
  assetUrl,
  button,
  formPage,
  html,
  link,
  page,
  postForm,
  type Html,
  type Page,
} from '#platform/design-system/index.ts'
import { field, type Filled, type FilledField } from '#platform/forms/index.ts'
import type { CastMember } from './demonstration.ts'

export type SignInPage = {
  next: string
  /** The area (where there are several), the address and the password, as typed. */
  fields: readonly FilledField[]
  organisations: readonly { name: string; href: string }[]
  /** Only in the demonstration. */
  cast: readonly CastMember[] | undefined
  /** What stands first in the demonstration: filled by the assembly. */
  introduction: Html | null | undefined
}

/** Signing in: by address and password, by passkey, by one's organisation; and in the demonstration as one of its cast. */
export const signInPage = (shown: SignInPage): Page =>
  page({ title: 'Sign in', heading: false, width: shown.cast ? 'full' : 'two-thirds' }, (frame) => {
    // After something was refused only the form stands there, so that what is wrong is in sight.
    const cast = frame.errors?.length ? undefined : shown.cast
    return html`
    <h1 class="govuk-heading-l">${cast ? 'Choose who to be' : 'Sign in'}</h1>
    ${cast ? demonstration(cast, shown.next, shown.introduction) : null}
    ${cast ? html`<h2 class="govuk-heading-m">Or sign in with an account</h2>` : null}
    ${postForm(
      {
        action: `/sign-in?next=${encodeURIComponent(shown.next)}`,
        submit: 'Sign in',
        classes: 'app-sign-in',
      },
      html`${shown.fields.map((one) => field(one))}`,
    )}
    ${passkey(shown.next)}
    <script type="module" nonce="${frame.nonce}" src="${assetUrl('app/passkeys.js')}"></script>
    ${shown.organisations.length > 0 ? organisations(shown.organisations) : null}
    <h2 class="govuk-heading-s">If you cannot sign in</h2>
    <p class="govuk-body">Ask the administrator of your organisation for a code, then ${link('sign in for the first time or afresh', '/first-sign-in')}.</p>
    ${shown.cast && !cast ? html`<p class="govuk-body">This is a demonstration: you can also ${link('be one of its cast by one click', '/sign-in')}.</p>` : null}`
  })

// Without JavaScript there are no passkeys: the part stays hidden, and the password is there.
const passkey = (next: string): Html =>
  html`<div data-passkey="sign-in" hidden>${postForm(
    { action: '/sign-in/passkey', hidden: { next, answer: '' } },
    html`${button({ text: 'Sign in with a passkey', type: 'button', classes: 'govuk-button--secondary' })}
    <p class="govuk-body" role="alert" data-passkey-said></p>`,
  )}</div>`

const organisations = (list: SignInPage['organisations']): Html =>
  html`<h2 class="govuk-heading-s">With your organisation’s own sign-in</h2>
  <ul class="govuk-list">${list.map((one) => html`<li>${link(one.name, one.href)}</li>`)}</ul>`

function demonstration(
  cast: readonly CastMember[],
  next: string,
  introduction: Html | null | undefined,
): Html {
  const areas = [...Map.groupBy(cast, (member) => member.area_name)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  )
  return html`${introduction ?? html`<p class="govuk-body-l">This is a demonstration. Every person in it is invented.</p>`}
  ${areas.map(
    ([area_name, members]) => html`<h2 class="govuk-heading-m">${area_name}</h2>
    <div class="app-cast">${members.map(
      (m) => html`<section class="app-cast__member">
      <h3 class="govuk-heading-s">${m.name}, ${m.job_title}</h3>
      <p class="govuk-body">${m.organisation_name}. ${m.introduction}</p>
      ${postForm({ action: '/sign-in/demonstration', submit: `Sign in as ${m.name}`, quiet: true, hidden: { member_id: m.member_id, next } })}
    </section>`,
    )}</div>`,
  )}`
}

/** The second step: the six digits. */
export const codePage = (filled: Filled): Page =>
  formPage(
    {
      title: 'Enter the code from your app',
      back: '/sign-in',
      submit: 'Sign in',
      secondary: { text: 'I do not have my phone', href: '/sign-in/recovery-code' },
      before: html`<p class="govuk-body">Open the authenticator app on your phone and type the six digits it shows for Waymark.</p>`,
    },
    html`${field(filled.code!)}`,
  )

/** The second step without the phone. */
export const recoveryCodePage = (filled: Filled): Page =>
  formPage(
    {
      title: 'Enter a recovery code',
      back: '/sign-in/code',
      submit: 'Sign in',
      before: html`<p class="govuk-body">Use one of the codes you were given when you first signed in. Each works once.</p>
      <p class="govuk-body">If you have none left, ask the administrator of your organisation for a new code.</p>`,
    },
    html`${field(filled.code!)}`,
  )
