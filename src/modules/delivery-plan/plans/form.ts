import { day, form, wholeNumber, words } from '#platform/forms/index.ts'
import { AMBER_WITHIN, AT_RISK_DAYS } from '../ratings/propose-status.ts'
import { STATUS_MEANINGS } from '../words.ts'

const meaning = (label: string, name: string) => words({ label, name, max: 300, rows: 2 })

export const planForm = form({
  title: words({
    label: 'Title of the plan',
    name: 'the title of the plan',
    hint: 'For example, Police and Crime Plan (2018-21)',
  }),
  starts_on: day({
    label: 'First day of the plan',
    name: 'the first day of the plan',
    hint: 'For example, 1 4 2018',
  }),
  ends_on: day({ label: 'Last day of the plan', name: 'the last day of the plan' }),
  presented_on: day({ label: 'When was it presented?', name: 'when it was presented', optional: true }),
  theme_word: words({
    label: 'What do you call its main parts?',
    name: 'what you call its main parts',
    hint: 'One word, such as Theme, Objective or Priority',
    max: 30,
  }),
  deliverable_word: words({
    label: 'What do you call what is to be delivered?',
    name: 'what you call what is to be delivered',
    hint: 'Such as Deliverable, Activity or Action',
    max: 30,
  }),
  themes: words({
    label: 'Its main parts, in order',
    name: 'its main parts',
    hint: 'One on each line. They are numbered in this order.',
    max: 4000,
    rows: 6,
  }),
  green_means: meaning('What Green means', 'what Green means'),
  amber_means: meaning('What Amber means', 'what Amber means'),
  red_means: meaning('What Red means', 'what Red means'),
  white_means: meaning('What White means', 'what White means'),
  amber_within: wholeNumber({
    label: 'How far off its target is a measure still Amber?',
    name: 'how far off its target is still Amber',
    hint: 'In per cent of the target. Further off is Red.',
    least: 0,
    most: 100,
  }),
  at_risk_days: wholeNumber({
    label: 'How many days before it is due is something unfinished Amber?',
    name: 'how many days before it is due',
    least: 0,
    most: 366,
  }),
})

/** What an office that has said nothing else starts with. */
export const PLAN_START = {
  theme_word: 'Theme',
  deliverable_word: 'Deliverable',
  green_means: STATUS_MEANINGS.green,
  amber_means: STATUS_MEANINGS.amber,
  red_means: STATUS_MEANINGS.red,
  white_means: STATUS_MEANINGS.white,
  amber_within: AMBER_WITHIN,
  at_risk_days: AT_RISK_DAYS,
}

export const themeForm = form({
  title: words({ label: 'Title', name: 'the title' }),
})

export const yearForm = form({
  title: words({
    label: 'Title',
    name: 'the title',
    hint: 'For example, Police and Crime Delivery Plan (2019-20)',
  }),
  starts_on: day({ label: 'First day', name: 'the first day' }),
  ends_on: day({ label: 'Last day', name: 'the last day' }),
})

export const ownerForm = form({
  who: words({ label: 'Who answers for it?', name: 'who answers', max: 60, optional: true }),
})

export const sourcedFigureForm = form({
  name: words({
    label: 'What is the figure?',
    name: 'what the figure is',
    hint: 'As you will choose it from the list. For example, victims who felt safer, all-crime service, March 2022',
    max: 150,
    check: (text) => (/[{}]/.test(text) ? 'The name must not have braces in it' : undefined),
  }),
  value: words({
    label: 'The figure as it is to be printed',
    name: 'the figure',
    hint: 'For example, 74% or £655,285',
    max: 40,
  }),
  n: words({
    label: 'What is it out of?',
    name: 'what it is out of',
    hint: 'Needed to read a percentage',
    max: 60,
    optional: true,
  }),
  origin: words({
    label: 'Where does it come from?',
    name: 'where it comes from',
    hint: 'The report, return or survey, and who made it',
    max: 500,
    rows: 3,
  }),
  as_at_on: day({ label: 'When was it so?', name: 'when it was so', optional: true }),
})
