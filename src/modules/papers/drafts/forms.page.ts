import { formPage, html, page } from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { type Offered, templateRadios } from '../templates/choose-template.ts'
import { frontSheetQuestions } from '../writing/front-sheet.ts'
import type { Paper } from './queries.ts'
import type { sectionForm, startForm } from './form.ts'

export const startPage = (form: FilledForm<typeof startForm>, offered: readonly Offered[]) =>
  formPage(
    { title: 'Start a paper', back: '/papers', submit: 'Start the paper' },
    html`
    ${templateRadios(form.template, offered)} ${field(form.period_from)} ${field(form.period_to)} ${frontSheetQuestions(form)}`,
  )

export const sectionPage = (paper: Paper, heading: string, form: FilledForm<typeof sectionForm>) =>
  formPage(
    { title: heading, caption: paper.title, back: `/papers/${paper.paper_id}` },
    html`
    <p class="govuk-body">What the template writes here comes from the records. Your words stand beside it, or in place of its standard words.</p>
    ${field(form.words)}`,
  )

export const signedPage = (paper: Paper) =>
  page(
    { title: 'This paper is signed off', back: `/papers/${paper.paper_id}` },
    html`<p class="govuk-body">Its words can no longer be changed.</p>`,
  )
