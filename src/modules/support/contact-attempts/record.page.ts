import { CHANNELS, type Allowed, type SafeContact } from '#people'
import {
  assetUrl,
  details,
  formPage,
  html,
  link,
  radios,
  statusTag,
  textarea,
  type Html,
} from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { textOf } from '#platform/forms/field.ts'
import { RESULTS, type contactAttemptForm } from './form.ts'
import { routeShown } from './record-contact-attempt.ts'

type Filled = FilledForm<typeof contactAttemptForm>

/** The number first, and how it may be used; then what happened and the note. When and how are filled in already. */
export const recordPage = (
  case_id: string,
  contact: SafeContact,
  why: string | null,
  form: Filled,
  aside: Html,
) =>
  formPage(
    {
      title: 'Record a contact attempt',
      aside,
      secondary: { text: 'Cancel', href: `/cases/${case_id}` },
      before: html`${why ? html`<p class="govuk-body">${why}</p>` : null}${routePanel(contact, case_id, form)}`,
    },
    (frame) => html`
    <input type="hidden" name="route" value="${textOf(form.route.typed) || routeShown(contact)}">
    ${result(form.result)}
    ${note(form.note)}
    <div class="app-scores__pair">${field(form.support_call)}${field(form.minutes)}</div>
    ${details({
      summaryText: 'Not by phone, or not just now? Change how and when',
      open: isChanged(form),
      html: html`${field(form.channel)}${field(form.attempted_on)}${field(form.attempted_time)}`,
    })}
    <script type="module" nonce="${frame.nonce}" src="${assetUrl('app/choose-by-key.js')}"></script>`,
  )

const WRITING = { sms: 'text', email: 'email', letter: 'letter' } as const
const isWriting = (code: string): code is keyof typeof WRITING => Object.hasOwn(WRITING, code)

/** What the one door says about calling before anybody dials, or about writing before anybody writes. */
function routePanel(contact: SafeContact, case_id: string, form: Filled): Html {
  const shown = textOf(form.route.typed)
  return html`<div class="govuk-inset-text">${shown && shown !== routeShown(contact) ? html`<p class="govuk-body">${statusTag('Changed', 'urgent')} The way of contact was changed after you opened this page. Below is how it stands now. What you record is about the one that stood here before.</p>` : null}${isWriting(textOf(form.channel.typed)) ? writing(contact) : calling(contact, case_id)}</div>`
}

const howSafe = ({ known_safe }: Allowed) =>
  known_safe ? statusTag('Safe to use', 'good') : statusTag('May be used: nobody has asked', 'neutral')

const writing = ({ channels, person_id }: SafeContact): Html =>
  html`${Object.values(WRITING).map((channel) => {
    const route = channels[channel]
    const way = CHANNELS[channel]
    return route.allowed
      ? html`<p class="govuk-body">${way} to <strong>${route.value}</strong> ${howSafe(route)}${route.how.length ? html`<br>${route.how.join('. ')}.` : null}</p>`
      : html`<p class="govuk-body">${way}: ${route.none ? `${route.because}.` : html`${statusTag('Do not use', 'urgent')} ${route.because}.`}</p>`
  })}<p class="govuk-body">${link('See and change ways of contact', `/people/${person_id}/contact`)}</p>`

const calling = ({ channels, code_word, person_id }: SafeContact, case_id: string): Html => {
  const { call } = channels
  return html`${
    call.allowed
      ? html`<p class="govuk-body-l">Call <strong>${call.value}</strong> ${howSafe(call)}</p>
      ${call.how.length ? html`<p class="govuk-body">${call.how.join('. ')}.</p>` : null}
      ${code_word ? html`<p class="govuk-body">Code word: <strong>${code_word}</strong></p>` : null}`
      : html`<p class="govuk-body-l">${statusTag('Do not call', 'urgent')}</p><p class="govuk-body">${call.because}.</p>
      <p class="govuk-body">${link('See and change ways of contact', `/people/${person_id}/contact`)}. ${link('Is there no safe way at all? Say so', `/cases/${case_id}/contact-attempts/review-route`)}, and nothing more is tried.</p>`
  }`
}

// Alt with the number chooses without a script; with it the number alone does, in the group.
const result = ({ name, typed, message, field: of }: Filled['result']): Html =>
  html`<div data-choose-by-key>${radios({
    idPrefix: name,
    name,
    value: textOf(typed),
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: of.options.label, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Alt and the number choose, Alt and S save.', classes: 'app-keys' },
    ...(message ? { errorMessage: { text: message } } : {}),
    items: Object.entries(RESULTS).map(([value, text], index) => ({
      value,
      html: html`${text} <span class="app-keys" aria-hidden="true">${index + 1}</span>`,
      attributes: { accesskey: String(index + 1) },
    })),
  })}</div>`

const note = ({ name, typed, message, field: of }: Filled['note']): Html =>
  textarea({
    id: name,
    name,
    value: textOf(typed),
    rows: 6,
    label: { text: 'Note (optional)', classes: 'govuk-label--s' },
    hint: { text: of.options.hint ?? '' },
    ...(message ? { errorMessage: { text: message } } : {}),
    attributes: { accesskey: 'n' },
  })

const isChanged = (form: Filled) =>
  [form.channel, form.attempted_on, form.attempted_time].some((one) => one.message) ||
  (textOf(form.channel.typed) !== 'phone' && textOf(form.channel.typed) !== '')
