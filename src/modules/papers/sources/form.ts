import { choice, day, form, words } from '#platform/forms/index.ts'
import { COUNTED } from './counted-here.ts'

export const sourceForm = form({
  number: words({ label: 'Which number?', name: 'the number', max: 10 }),
  about: words({
    label: 'What is it a figure of?',
    name: 'what it is a figure of',
    hint: 'For example, people referred to the Stalking Advocacy Service since July 2019. Leave it empty to use the words around the number.',
    optional: true,
    max: 200,
  }),
  n: words({
    label: 'What is it out of?',
    name: 'what it is out of',
    hint: 'Needed to read a percentage',
    optional: true,
    max: 60,
  }),
  origin: words({
    label: 'Where does it come from?',
    name: 'where it comes from',
    hint: 'The report, return or survey, and who made it',
    max: 500,
    rows: 3,
  }),
  as_at_on: day({ label: 'When was it so?', name: 'when it was so', optional: true }),
  counted_by: choice(COUNTED, {
    label: 'Is it counted here?',
    name: 'what counts it here',
    hint: 'Its measure, if there is one: readers can then follow the number to its count',
    as: 'select',
    optional: true,
  }),
  counted_from: day({
    label: 'Counted from which day?',
    name: 'the day it is counted from',
    hint: 'For what is counted over a time. It ends on the day it was so.',
    optional: true,
  }),
})
