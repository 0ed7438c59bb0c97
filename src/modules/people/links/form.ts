import { choice, form, words } from '#platform/forms/index.ts'
import { DECISIONS } from './decisions.ts'

export const decideForm = form({
  decision: choice(DECISIONS, {
    label: 'Are these records of the same person?',
    name: 'whether these are the same person',
  }),
  because: words({
    label: 'Why',
    name: 'why',
    hint: 'What you know that the records do not say',
    max: 500,
    rows: 3,
    optional: true,
  }),
})

export const unlinkForm = form({
  because: words({
    label: 'Why are they not the same person?',
    name: 'why they are not the same person',
    max: 500,
    rows: 3,
  }),
})
