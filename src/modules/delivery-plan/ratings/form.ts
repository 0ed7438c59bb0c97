import { choice, form, words } from '#platform/forms/index.ts'
import { STATUSES } from '../words.ts'

export const ratingForm = form({
  status: choice(STATUSES, { label: 'Your decision', name: 'the colour' }),
  reason: words({
    label: 'Reason',
    name: 'the reason',
    hint: 'Needed when you decide otherwise than proposed',
    max: 1000,
    rows: 3,
    optional: true,
  }),
})
