import { day, form, words } from '#platform/forms/index.ts'
import { frontSheetFields } from '../writing/front-sheet.ts'

export const startForm = form({
  template: words({ label: 'What kind of paper is it?', name: 'the kind of paper', max: 100 }),
  period_from: day({
    label: 'First day of the period',
    name: 'the first day of the period',
    hint: 'For example, 1 4 2026',
    mustBePast: true,
  }),
  period_to: day({ label: 'Last day of the period', name: 'the last day of the period', mustBePast: true }),
  ...frontSheetFields,
})

export const sectionForm = form({
  words: words({
    label: 'Your words',
    name: 'your words',
    optional: true,
    max: 20_000,
    rows: 12,
    hint: 'Leave an empty line between paragraphs. They are numbered by themselves. To link to a page, write [its name](https://address).',
  }),
})
