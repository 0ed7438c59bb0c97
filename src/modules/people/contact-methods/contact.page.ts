import { dataTable, formPage, html, link, page, statusTag, summary } from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { aboutPerson } from '../person/about-person.ts'
import type { PersonHead } from '../person/queries.ts'
import type { ContactUse } from './change-contact-method.ts'
import type { addContactForm, changeContactForm, codeWordForm, stopForm } from './form.ts'
import { safeContactPanel } from '../safe-contact/panel.ts'
import { CONTACT_KINDS, SAFE, STOP_REASONS } from '../safe-contact/words.ts'

/** What may be used now, and every way of contact that is recorded with what to do about it. */
export const contactPage = (head: PersonHead, uses: readonly ContactUse[]) =>
  page(
    { title: 'Safe contact', width: 'full', heading: false, aside: aboutPerson(head, 'contact') },
    html`<h1 class="govuk-visually-hidden">Safe contact</h1>
${safeContactPanel(head.safe_contact, { linked: false })}
${dataTable({
  caption: 'Everything recorded',
  rows: uses,
  columns: [
    { heading: 'What', cell: (use) => `${CONTACT_KINDS[use.kind]} ${use.hint}` },
    { heading: 'Safe', cell: (use) => (use.stopped_on ? statusTag('Stopped', 'urgent') : safeTag(use.safe)) },
    { heading: 'Message', cell: (use) => SAFE[use.message_ok] },
    { heading: 'Asked', cell: (use) => (use.checked_on ? dayInWords(use.checked_on) : 'Never') },
    { heading: 'Ask again', cell: (use) => (use.review_on ? dayInWords(use.review_on) : '') },
    { heading: 'Do', cell: (use) => doing(head.person_id, use) },
  ],
  empty: 'No number or email address is recorded.',
})}
<p class="govuk-body">${link('Add a number or email address', `/people/${head.person_id}/contact/add`)}</p>
<p class="govuk-body">${link(head.safe_contact.code_word ? 'Change the code word' : 'Set a code word', `/people/${head.person_id}/contact/code-word`)}</p>
${head.safe_contact.routes.some(({ kind }) => kind === 'address') ? html`<p class="govuk-body">${link('Review the address: may they be written to or visited there?', `/people/${head.person_id}/addresses/review`)}</p>` : null}
<p class="govuk-body">${link('Record a new address', `/people/${head.person_id}/addresses/record`)}</p>`,
  )

const safeTag = (safe: ContactUse['safe']) =>
  statusTag(SAFE[safe], safe === 'yes' ? 'good' : safe === 'no' ? 'urgent' : 'waiting')

const doing = (person_id: string, use: ContactUse) => {
  const url = `/people/${person_id}/contact/${use.contact_method_id}`
  const what = `${CONTACT_KINDS[use.kind]} ${use.hint}`
  return html`${link('Review', `${url}/review`, { hidden: what })}${
    use.stopped_on ? null : html` &nbsp; ${link('Stop using', `${url}/stop`, { hidden: what })}`
  }`
}

const back = (head: PersonHead) => ({
  back: `/people/${head.person_id}/contact`,
  aside: aboutPerson(head, 'contact'),
})

/** A new number or email. */
export const addContactPage = (head: PersonHead, form: FilledForm<typeof addContactForm>) =>
  formPage(
    { title: 'Add a number or email address', ...back(head) },
    html`${field(form.kind)}${field(form.value)}${useFields(form)}`,
  )

/** What the person says now about one of them. */
export const reviewPage = (head: PersonHead, use: ContactUse, form: FilledForm<typeof changeContactForm>) =>
  formPage(
    {
      title: 'Review a way of contact',
      ...back(head),
      before: summary([
        { key: 'What', value: `${CONTACT_KINDS[use.kind]} ${use.hint}` },
        { key: 'Last asked', value: use.checked_on ? dayInWords(use.checked_on) : 'Never' },
        ...(use.stopped_on
          ? [
              {
                key: 'Stopped',
                value: `${dayInWords(use.stopped_on)}: ${STOP_REASONS[use.stopped_because ?? 'other'].because}`,
              },
            ]
          : []),
      ]),
    },
    html`${use.stopped_on ? field(form.use_again) : null}${useFields(form)}`,
  )

type UseForm = Omit<FilledForm<typeof changeContactForm>, 'use_again'>
const useFields = (form: UseForm) =>
  html`${field(form.safe)}${field(form.message_ok)}${field(form.withhold_caller_id)}${field(form.hours)}${field(form.shared_with)}${field(form.review_on)}${field(form.notes)}`

/** Why one must not be used. */
export const stopPage = (head: PersonHead, use: ContactUse, form: FilledForm<typeof stopForm>) =>
  formPage(
    {
      title: 'Stop using a way of contact',
      ...back(head),
      submit: 'Stop using it',
      before: html`<p class="govuk-body">${CONTACT_KINDS[use.kind]} ${use.hint} is not used by anybody from now on, until somebody reviews it.</p>`,
    },
    html`${field(form.because)}${field(form.note)}`,
  )

/** The word that shows that it is safe to talk. */
export const codeWordPage = (head: PersonHead, form: FilledForm<typeof codeWordForm>) =>
  formPage({ title: 'Code word', ...back(head) }, html`${field(form.code_word)}`)
