import { form, words } from '#platform/forms/index.ts'

export const answerForm = form({
  reason: words({
    label: 'Why may it stand?',
    name: 'why it may stand',
    hint: 'Whoever signs the paper reads this.',
    max: 1000,
    rows: 3,
  }),
})
