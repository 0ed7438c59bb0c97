import { choice, form, words } from '#platform/forms/index.ts'

/** `stands`: the reason says why. `taken_out`: it is redacted, and nothing is published until it is. */
export const ANSWERS = {
  stands: 'It may stand',
  taken_out: 'It will be taken out of the public version',
} as const

const how = choice(ANSWERS, { label: 'What is to become of it?', name: 'what is to become of it' })

export const answerForm = form({
  // Asked only of what the public must not read; left out, it may stand.
  how: {
    ...how,
    read: (typed, today) => how.read(typed === '' ? 'stands' : typed, today),
  } satisfies typeof how,
  reason: words({
    label: 'Why?',
    name: 'why',
    hint: 'Whoever signs the paper reads this.',
    max: 1000,
    rows: 3,
  }),
})
