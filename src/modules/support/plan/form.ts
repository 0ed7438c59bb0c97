import { CONTACT_CHANNELS, SUPPORT_TYPES } from '#reference'
import { choice, day, form, wholeNumber, words, type ValuesOf } from '#platform/forms/index.ts'

const type = choice(SUPPORT_TYPES, {
  label: 'What kind of support is it?',
  name: 'the kind of support',
  as: 'select',
})

export const actionForm = form({
  type,
  quantity: wholeNumber({
    label: 'How many items?',
    name: 'the number of items',
    hint: 'For target hardening only: locks, alarms, lights. Everything else counts as one.',
    least: 1,
    most: 500,
    optional: true,
  }),
  outcome: words({
    label: 'What came of it?',
    name: 'what came of it',
    max: 4000,
    rows: 4,
    optional: true,
  }),
  minutes: wholeNumber({
    label: 'How many minutes?',
    name: 'the minutes',
    least: 0,
    most: 1440,
    optional: true,
  }),
  channel: choice(CONTACT_CHANNELS, { label: 'How?', name: 'how', as: 'select', optional: true }),
  acted_on: day({ label: 'On which day?', name: 'the day', mustBePast: true }),
})
export type ActionDone = ValuesOf<typeof actionForm>

export const planForm = form({
  type,
  what: words({
    label: 'What will be done?',
    name: 'what will be done',
    hint: 'As you would say it to the person: "Fit a new lock and a door chain".',
    max: 200,
  }),
  due_on: day({
    label: 'By which day?',
    name: 'the day',
    mustBeFuture: true,
    hint: 'On a weekend or bank holiday it moves to the next working day.',
  }),
})
export type ActionPlanned = ValuesOf<typeof planForm>
