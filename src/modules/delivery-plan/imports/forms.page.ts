import { fileUpload, formPage, html, insetText } from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { askedAs, type LevelWords } from '../level-words.ts'
import type { aboutForm, importForm, rowForm } from './form.ts'
import type { ReadRow } from './say-what-a-row-is.ts'

/** Reading a paper in: a file, or its text. */
export const importPage = (form: FilledForm<typeof importForm>, message?: string) =>
  formPage(
    { title: 'Read in last year’s paper', back: '/delivery-plans', submit: 'Read it', multipart: true },
    html`<p class="govuk-body">You see what was read from where before anything is kept.</p>
    ${field(form.name)}
    ${fileUpload({ id: 'file', name: 'file', label: { text: 'Word file (.docx), or OpenDocument text (.odt)' }, hint: { text: 'Up to 20 MB' }, ...(message ? { errorMessage: { text: message } } : {}), attributes: { accept: '.docx,.odt,.txt' } })}
    ${field(form.text)}`,
  )

/** Saying what a paper is about, where it does not say so itself or says it wrongly. */
export const aboutPage = (
  review: { plan_import_id: string; name: string },
  form: FilledForm<typeof aboutForm>,
  say: LevelWords,
) =>
  formPage(
    {
      title: 'What this paper is about',
      caption: review.name,
      back: `/plan-imports/${review.plan_import_id}`,
    },
    html`${field(askedAs(form.plan_title, `Title of the ${say.plan.one}`))} ${field(askedAs(form.plan_starts_on, `First day of the ${say.plan.one}`))} ${field(askedAs(form.plan_ends_on, `Last day of the ${say.plan.one}`))} ${field(form.theme_word)}
    ${field(form.theme_number)} ${field(form.theme_title)} ${field(form.deliverable_word)} ${field(form.year)} ${field(form.quarter)}`,
  )

/** Saying what one line is, where reading could not tell or told wrongly. */
export const rowPage = (
  review: { plan_import_id: string; name: string },
  { line, text, read }: ReadRow,
  form: FilledForm<typeof rowForm>,
  say: LevelWords,
) =>
  formPage(
    {
      title: read ? 'Put right what was read' : 'What is this row?',
      caption: `${review.name}, line ${line}`,
      back: `/plan-imports/${review.plan_import_id}`,
    },
    html`${insetText({ text })} ${field(form.what)}
    <h2 class="govuk-heading-m">If it is something to be delivered</h2>
    ${field(form.number)} ${field(askedAs(form.owners, say.owner.titles))} ${field(form.words)} ${field(form.status)}`,
  )
