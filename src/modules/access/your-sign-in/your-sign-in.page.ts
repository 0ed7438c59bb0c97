import { hasRole, type Actor } from '#platform/act.ts'
import {
  assetUrl,
  button,
  dataTable,
  html,
  input,
  link,
  page,
  postForm,
  summary,
  type Html,
  type Page,
} from '#platform/design-system/index.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { PROVIDER_STAFF } from '../roles.ts'
import type { getYourSignIn } from './queries.ts'

type Known = Awaited<ReturnType<typeof getYourSignIn>>

const BY: Record<string, string> = {
  password: 'Password and code',
  passkey: 'Passkey',
  organisation: 'Your organisation’s sign-in',
  demonstration: 'The demonstration',
}
const TRIED: Record<string, string> = {
  password: 'Password',
  code: 'Code from your app',
  'recovery-code': 'Recovery code',
  passkey: 'Passkey',
  organisation: 'Your organisation’s sign-in',
  invitation: 'Code from your administrator',
  demonstration: 'The demonstration',
}

/** How one signs in, and where one is signed in now. */
export const yourSignInPage = (known: Known, actor: Actor): Page =>
  page(
    { title: 'How you sign in', caption: actor.name, width: 'full' },
    (frame) => html`
    ${secrets(known)}
    <h2 class="govuk-heading-m" id="passkeys">Passkeys</h2>
    <p class="govuk-body">A passkey is kept by your computer or phone and opened with your finger, face or PIN. There is nothing to type, and nobody can ask you for it.</p>
    ${dataTable({
      caption: 'Your passkeys',
      captionHidden: true,
      rows: known.passkeys,
      empty: 'You have no passkey.',
      columns: [
        { heading: 'Name', cell: (key) => key.name },
        { heading: 'Added', cell: (key) => momentInWords(key.added_at) },
        {
          heading: 'Last used',
          cell: (key) => (key.last_used_at ? momentInWords(key.last_used_at) : 'Not yet'),
        },
        {
          heading: 'Remove',
          cell: (key) =>
            postForm(
              { action: `/your-sign-in/passkeys/${key.passkey_id}/remove` },
              inline(`Remove`, `the passkey ${key.name}`),
            ),
        },
      ],
    })}
    ${addPasskey()}
    <script type="module" nonce="${frame.nonce}" src="${assetUrl('app/passkeys.js')}"></script>
    ${sessions(known, actor)}
    ${attempts(known)}
    ${teams(known, actor)}`,
  )

function secrets(known: Known): Html {
  if (!known.password_set_at)
    return html`<p class="govuk-body">You have no password here. If you should have one, ask the administrator of your organisation for a code.</p>`
  return summary([
    { key: 'E-mail address', value: known.email },
    {
      key: 'Password',
      value: `Set on ${momentInWords(known.password_set_at)}`,
      change: { href: '/your-sign-in/password', what: 'your password' },
    },
    {
      key: 'Authenticator app',
      value: known.has_authenticator ? 'Set up' : 'Not set up',
      change: { href: '/your-sign-in/app', what: 'your authenticator app' },
    },
    {
      key: 'Recovery codes',
      value: `${known.recovery_codes} left`,
      change: { href: '/your-sign-in/recovery-codes', what: 'your recovery codes', text: 'Make new ones' },
    },
  ])
}

const addPasskey = (): Html =>
  html`<div data-passkey="add" hidden>${postForm(
    { action: '/your-sign-in/passkeys', hidden: { answer: '' } },
    html`${input({ id: 'name', name: 'name', label: { text: 'Name for a new passkey' }, hint: { text: 'So that you know it again, such as “Work laptop”' }, classes: 'govuk-input--width-20' })}
    ${button({ text: 'Add a passkey', type: 'submit', classes: 'govuk-button--secondary' })}
    <p class="govuk-body" role="alert" data-passkey-said></p>`,
  )}</div>`

const sessions = (known: Known, actor: Actor): Html => html`
  <h2 class="govuk-heading-m">Where you are signed in</h2>
  <p class="govuk-body">You are signed out after 30 minutes without doing anything, and after 12 hours in any case.</p>
  ${dataTable({
    caption: 'Where you are signed in',
    captionHidden: true,
    rows: known.sessions,
    columns: [
      { heading: 'Since', cell: (one) => momentInWords(one.opened_at) },
      { heading: 'How', cell: (one) => BY[one.signed_in_by] ?? one.signed_in_by },
      {
        heading: 'Last active',
        cell: (one) =>
          one.session_id === actor.session_id ? 'This browser, now' : momentInWords(one.last_seen_at),
      },
      {
        heading: 'End',
        cell: (one) =>
          postForm(
            { action: `/your-sign-in/sessions/${one.session_id}/end` },
            inline('Sign out', `the browser signed in since ${momentInWords(one.opened_at)}`),
          ),
      },
    ],
  })}
  ${known.sessions.length > 1 ? postForm({ action: '/your-sign-in/sessions/end-others', submit: 'Sign out everywhere else', quiet: true }) : null}`

const attempts = (known: Known): Html => html`
  <h2 class="govuk-heading-m">Your last ten sign-ins</h2>
  <p class="govuk-body">If one was not you, change your password and tell your data protection officer.</p>
  ${dataTable({
    caption: 'Your last ten sign-ins',
    captionHidden: true,
    rows: known.attempts,
    empty: 'None yet.',
    columns: [
      { heading: 'When', cell: (one) => momentInWords(one.attempted_at) },
      { heading: 'How', cell: (one) => TRIED[one.method] ?? one.method },
      { heading: 'Result', cell: (one) => (one.outcome === 'succeeded' ? 'Signed in' : 'Wrong') },
    ],
  })}`

const inline = (words: string, about: string): Html =>
  html`<button class="app-link-button">${words}<span class="govuk-visually-hidden"> ${about}</span></button>`

const teams = (known: Known, actor: Actor): Html => html`
  <h2 class="govuk-heading-m">What you can see</h2>
  <p class="govuk-body">You see the records that your teams hold, and every look is written down.</p>
  <ul class="govuk-list govuk-list--bullet">${known.teams.map(
    (team) =>
      html`<li>${team.name}${team.break_glass && team.ends_at ? `, by break-glass until ${momentInWords(team.ends_at)}` : ''}</li>`,
  )}</ul>
  ${hasRole(actor, PROVIDER_STAFF) ? html`<p class="govuk-body">In an emergency you can ${link('break glass', '/break-glass')} into another team’s records.</p>` : null}`
