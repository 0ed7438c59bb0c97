import { NEEDS, type Need } from '#reference'
import { formPage, html, type Html } from '#platform/design-system/index.ts'
import { field } from '#platform/forms/index.ts'
import type { NeedsFilled } from './form.ts'

/** The eight categories, each with the person's own score first: theirs is asked before the worker's is written. */
export const recordNeedsPage = (case_id: string, form: NeedsFilled, aside: Html) =>
  formPage(
    {
      title: 'Record needs',
      aside,
      submit: 'Save the needs',
      secondary: { text: 'Cancel', href: `/cases/${case_id}/plan` },
      before: html`<p class="govuk-body">Ask how much of a need each is for them now. Leave out what you did not talk about.</p>`,
    },
    html`
    ${field(form.stage)}
    ${field(form.assessed_on)}
    ${(Object.entries(NEEDS) as [Need, string][]).map(
      ([need, label]) => html`<fieldset class="govuk-fieldset app-scores">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${label}</legend>
      <div class="app-scores__pair">${field(form[`${need}_person`])}${field(form[`${need}_worker`])}</div>
    </fieldset>`,
    )}`,
  )
