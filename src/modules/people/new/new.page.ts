import { formPage, html } from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import type { newPersonForm } from './form.ts'

/** A new person: what is known, and what is safe. */
export const newPersonPage = (form: FilledForm<typeof newPersonForm>, look: { begins?: true } = {}) =>
  formPage(
    { title: 'Record a new person', back: '/people', submit: 'Continue', ...look },
    html`<p class="govuk-body">Fill in what you know. Before anything is saved you see whether the person may be recorded already.</p>
${field(form.forename)}${field(form.surname)}${field(form.pseudonym)}${field(form.date_of_birth)}
<h2 class="govuk-heading-m">How to reach them</h2>
${field(form.phone)}${field(form.email)}${field(form.safe)}${field(form.message_ok)}
${field(form.line)}${field(form.town)}${field(form.postcode)}${field(form.suspect_lives_here)}
<h2 class="govuk-heading-m">What to know first</h2>
${field(form.language)}${field(form.sensitive)}`,
  )
