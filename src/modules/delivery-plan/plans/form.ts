import { day, form, wholeNumber, words } from '#platform/forms/index.ts'
import { LEVELS } from '../level-words.ts'
import { AMBER_WITHIN, AT_RISK_DAYS } from '../ratings/propose-status.ts'
import { STATUS_MEANINGS } from '../words.ts'

/** The office's word for a level, ours where it says nothing; and its word for several. */
const one = (label: string, name: string, hint: string) =>
  words({ label, name, hint, max: 30, optional: true })
const several = (what: string) =>
  words({
    label: `And several ${what}?`,
    name: `the word for several ${what}`,
    hint: 'Leave it empty where it takes an s',
    max: 30,
    optional: true,
  })

const meaning = (label: string, name: string) => words({ label, name, max: 300, rows: 2 })

export const planForm = form({
  title: words({
    label: 'Title',
    name: 'the title',
    hint: 'For example, Police and Crime Plan (2018-21)',
  }),
  starts_on: day({
    label: 'First day',
    name: 'the first day',
    hint: 'For example, 1 4 2018',
  }),
  ends_on: day({ label: 'Last day', name: 'the last day' }),
  presented_on: day({ label: 'When was it presented?', name: 'when it was presented', optional: true }),
  plan_word: one(
    'What do you call the whole plan?',
    'what you call the whole plan',
    'Such as Plan or Strategy',
  ),
  plan_words: several('of them'),
  theme_word: words({
    label: 'What do you call one of its main parts?',
    name: 'what you call its main parts',
    hint: 'Such as Theme, Objective or Priority',
    max: 30,
  }),
  theme_words: several('main parts'),
  year_word: one(
    'What do you call the plan of one year?',
    'what you call the plan of one year',
    'Such as Delivery plan or Action plan',
  ),
  year_words: several('years’ plans'),
  deliverable_word: words({
    label: 'What do you call one thing that is to be delivered?',
    name: 'what you call what is to be delivered',
    hint: 'Such as Deliverable, Activity or Action',
    max: 30,
  }),
  deliverable_words: several('things to be delivered'),
  owner_word: one(
    'What do you call whoever answers for it?',
    'what you call whoever answers for it',
    'Such as Owner or Lead',
  ),
  owner_words: several('of those who answer'),
  update_word: one(
    'What do you call what they say of it?',
    'what you call what they say of it',
    'Such as Update or Progress report',
  ),
  update_words: several('of what they say'),
  cycle_word: one(
    'What do you call one round of asking?',
    'what you call one round of asking',
    'Such as Reporting cycle or Quarter',
  ),
  cycle_words: several('rounds'),
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
    hint: `In per cent of the target, ${AMBER_WITHIN} unless you say otherwise. Further off is Red.`,
    least: 0,
    most: 100,
    optional: true,
  }),
  at_risk_days: wholeNumber({
    label: 'How many days before it is due is something unfinished Amber?',
    name: 'how many days before it is due',
    hint: `${AT_RISK_DAYS} unless you say otherwise`,
    least: 0,
    most: 366,
    optional: true,
  }),
})

/** What an office that has said nothing else starts with, and has where it leaves something empty. */
export const PLAN_START = {
  plan_word: LEVELS.plan,
  plan_words: '',
  theme_word: LEVELS.theme,
  theme_words: '',
  year_word: LEVELS.year,
  year_words: '',
  deliverable_word: LEVELS.deliverable,
  deliverable_words: '',
  owner_word: LEVELS.owner,
  owner_words: '',
  update_word: LEVELS.update,
  update_words: '',
  cycle_word: LEVELS.cycle,
  cycle_words: '',
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
    hint: 'As it is printed, with its year',
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
