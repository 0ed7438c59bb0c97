import { choice, day, form, words, yesNo, type ValuesOf } from '#platform/forms/index.ts'

export const SATISFACTION = {
  completely: 'Completely satisfied',
  mostly: 'Mostly satisfied',
  partly: 'Partly satisfied',
  dissatisfied: 'Dissatisfied',
} as const
export type Satisfaction = keyof typeof SATISFACTION

export const sendForm = form({
  sent_on: day({
    label: 'On which day was the survey sent?',
    name: 'the day',
    mustBePast: true,
  }),
})

/** The three questions that are published (domain 5), and a word of their own. */
export const answersForm = form({
  satisfaction: choice(SATISFACTION, {
    label: 'How satisfied were they with the service?',
    name: 'how satisfied they were',
    optional: true,
  }),
  would_use_again: yesNo({
    label: 'Would they use the service again?',
    name: 'whether they would use it again',
    optional: true,
  }),
  would_recommend: yesNo({
    label: 'Would they recommend it to a friend?',
    name: 'whether they would recommend it',
    optional: true,
  }),
  comment: words({ label: 'In their own words', name: 'what they say', max: 4000, rows: 4, optional: true }),
  returned_on: day({
    label: 'On which day did they answer?',
    name: 'the day they answered',
    mustBePast: true,
  }),
})
export type Answers = ValuesOf<typeof answersForm>
