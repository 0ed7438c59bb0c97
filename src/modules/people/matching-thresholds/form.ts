import { choice, form, words } from '#platform/forms/index.ts'
import { LINK_CHOICES, REVIEW_CHOICES } from './choices.ts'

export const thresholdsForm = form({
  link: choice(LINK_CHOICES, {
    label: 'Link without asking, from which chance on?',
    name: 'from which chance on to link',
    as: 'select',
  }),
  review: choice(REVIEW_CHOICES, {
    label: 'Show a pair to a person, from which chance on?',
    name: 'from which chance on to show a pair',
    as: 'select',
  }),
  because: words({
    label: 'Why is it changed?',
    name: 'why it is changed',
    hint: 'Kept in the history.',
    max: 500,
    rows: 3,
  }),
})
