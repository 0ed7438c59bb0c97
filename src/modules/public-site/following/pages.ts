import { formPage, html, link, page } from '#platform/design-system/index.ts'
import { type Choices, email, field, form, severalOf, type FilledForm } from '#platform/forms/index.ts'

/** The form where these can be followed apart: `listSeries`. */
export const followForm = (series: Choices) =>
  form({
    email: email({ label: 'E-mail address', name: 'your e-mail address' }),
    of: severalOf(series, {
      label: 'What do you want to hear of?',
      name: 'what you want to hear of',
      hint: 'Leave all of them empty to hear of everything.',
      optional: true,
    }),
  })

const back = (area_code: string) => ({ href: `/published/${area_code}`, text: 'All that is published' })

export const followPage = (area_code: string, filled: FilledForm<ReturnType<typeof followForm>>) =>
  formPage(
    {
      title: 'Be told when something is published',
      back: back(area_code),
      submit: 'Send me a link to confirm',
      before: html`<p class="govuk-body">We write to you when papers or tables are published, changed or withdrawn, or a published figure changes. Every message has a link that stops it.</p>
        <p class="govuk-body">We keep your address for this alone, sealed, and delete it as soon as you stop. A mark from which nobody can read it stays for 7 days, so that nobody can have us write to you again and again.</p>`,
    },
    html`${field(filled.email)} ${Object.keys(filled.of.field.options['choices'] as object).length > 0 ? field(filled.of) : ''}`,
  )

export const confirmPage = (area_code: string) =>
  formPage(
    { title: 'Confirm that you want to follow', back: back(area_code), submit: 'Yes, write to me' },
    html`<p class="govuk-body">Press the button, and we write to you when something is published, changed or withdrawn.</p>`,
  )

export const stopPage = (area_code: string) =>
  formPage(
    { title: 'Stop this e-mail', back: back(area_code), submit: 'Stop, and delete my address' },
    html`<p class="govuk-body">You hear no more, and your address is deleted at once.</p>`,
  )

const SAID = {
  asked: {
    title: 'Check your e-mail',
    words:
      'We have written to the address you gave. Open the link in it within 7 days. If nothing comes within a few minutes, look among unwanted mail. We write one such letter in 7 days: if you asked for something else before, that choice stands until then.',
  },
  confirmed: { title: 'You follow what is published', words: 'We write to you when something is published.' },
  stopped: { title: 'You hear no more', words: 'Your address is deleted.' },
} as const

export type Said = keyof typeof SAID

/** What was done, at an address of its own, so that no cookie has to carry it. */
export const saidPage = (area_code: string, said: Said) =>
  page(
    { title: SAID[said].title },
    html`<p class="govuk-body">${SAID[said].words}</p>
    <p class="govuk-body">${link('All that is published', `/published/${area_code}`)}</p>`,
  )
