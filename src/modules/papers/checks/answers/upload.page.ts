import { fileUpload, formPage, html } from '#platform/design-system/index.ts'
import { field, form, words, type FilledForm } from '#platform/forms/index.ts'

/** No paper that people write is larger. */
export const LARGEST_PAPER = 20_000_000

export const uploadForm = form({
  text: words({
    label: 'Or paste its text',
    name: 'a file, or the text of the paper',
    max: 500_000,
    rows: 10,
    optional: true,
    hint: 'Copy the whole paper. Rows of a table keep their cells apart by tabs.',
  }),
  earlier_text: words({
    label: 'Or paste the text of the earlier paper',
    name: 'the text of the earlier paper',
    max: 500_000,
    rows: 5,
    optional: true,
  }),
})

/** A file or its text, to be checked and forgotten. */
export const uploadPage = (filled: FilledForm<typeof uploadForm>, fault?: string) =>
  formPage(
    { title: 'Check a paper before publishing', back: '/papers', submit: 'Check it', multipart: true },
    html`<p class="govuk-body">Totals, percentages, dates, names and more are checked. Nothing of the paper is kept.</p>
    ${fileUpload({
      id: 'file',
      name: 'file',
      label: { text: 'The paper: a Word file (.docx) or plain text' },
      ...(fault ? { errorMessage: { text: fault } } : {}),
    })}
    ${field(filled.text)}
    <h2 class="govuk-heading-m">A paper published before, if there is one</h2>
    <p class="govuk-body">Numbers that it gave differently are told, with a note of restatement to add.</p>
    ${fileUpload({
      id: 'earlier',
      name: 'earlier',
      label: { text: 'The earlier paper: a Word file (.docx) or plain text' },
    })}
    ${field(filled.earlier_text)}`,
  )
