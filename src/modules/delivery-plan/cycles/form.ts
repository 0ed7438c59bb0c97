import { day, form, words } from '#platform/forms/index.ts'

export const cycleForm = form({
  name: words({ label: 'Name', name: 'the name', hint: 'For example, Quarter 3', max: 60 }),
  period_from: day({ label: 'First day of the period', name: 'the first day of the period' }),
  period_to: day({ label: 'Last day of the period', name: 'the last day of the period' }),
  due_on: day({
    label: 'When are they due?',
    name: 'when they are due',
    hint: 'Whoever is asked is reminded a week before, on the day and the day after',
  }),
})

export const overallForm = form({
  overall: words({
    label: 'Your overall statement',
    name: 'your overall statement',
    hint: 'A person writes this. It is checked against the counts.',
    max: 2000,
    rows: 4,
    optional: true,
  }),
})
