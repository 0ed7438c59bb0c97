import { form, words } from '#platform/forms/index.ts'

export const importForm = form({
  name: words({
    label: 'What do you call this paper?',
    name: 'what you call the paper',
    hint: 'For example, Theme 2, quarter 3 of 2019-20. Every record keeps it as where it was read from.',
    max: 100,
  }),
  text: words({
    label: 'Or paste its text',
    name: 'a Word file, or the text of the paper',
    hint: 'Copy the whole paper. Rows of the table keep their cells apart by tabs.',
    max: 500_000,
    rows: 12,
    optional: true,
  }),
})
