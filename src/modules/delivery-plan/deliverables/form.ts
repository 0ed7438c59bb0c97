import {
  choice,
  day,
  form,
  severalOf,
  type ValuesOf,
  wholeNumber,
  words,
  yesNo,
} from '#platform/forms/index.ts'
import { RULES } from '../ratings/propose-status.ts'

const decimal = (label: string, name: string, hint?: string) =>
  words({
    label,
    name,
    ...(hint ? { hint } : {}),
    max: 16,
    optional: true,
    inputmode: 'numeric',
    tidy: (text) => text.replaceAll(/[£,%\s]/g, ''),
    check: (text) =>
      /^\d{1,10}(\.\d{1,2})?$/.test(text) ? undefined : `Enter ${name} in figures, like 80 or 1250.50`,
  })

export const deliverableForm = form({
  theme_id: words({ label: 'Which part is it in?', name: 'the part that it is in', max: 60 }),
  number: wholeNumber({ label: 'Number', name: 'the number', least: 1, most: 999 }),
  words: words({ label: 'What is to be delivered?', name: 'what is to be delivered', max: 1000, rows: 3 }),
  owners: words({
    label: 'Owners',
    name: 'who answers for it',
    hint: 'As the paper prints them, such as NW/CG, Force or VRU',
    max: 60,
  }),
  organisation: words({
    label: 'Organisation',
    name: 'the organisation',
    hint: 'Such as OPCC, Force or VRU',
    max: 60,
  }),
  success: words({
    label: 'What will success look like?',
    name: 'what success looks like',
    max: 2000,
    rows: 3,
    optional: true,
  }),
  funding: words({
    label: 'How is it paid for?',
    name: 'how it is paid for',
    max: 300,
    rows: 2,
    optional: true,
  }),
  funding_pounds: decimal('Amount in pounds', 'the amount in pounds'),
  starts_on: day({
    label: 'When is it planned to start?',
    name: 'when it is planned to start',
    optional: true,
  }),
  due_on: day({ label: 'When is it due?', name: 'when it is due', optional: true }),
  done_on: day({
    label: 'When was it finished?',
    name: 'when it was finished',
    hint: 'Leave it empty until it is',
    optional: true,
    mustBePast: true,
  }),
  measure: words({ label: 'Linked measure', name: 'the linked measure', max: 80, optional: true }),
  // What can be chosen comes with the measures: the screen keeps only those there are.
  also_measures: {
    ...severalOf<Record<string, string>>(
      {},
      { label: 'Other linked measures', name: 'the other linked measures', optional: true },
    ),
    read: (typed) => ({ value: [typed].flat() as string[] }),
  },
  rule: choice(RULES, { label: 'How is its colour proposed?', name: 'how its colour is proposed' }),
  measured_over: choice(
    { quarter: 'The quarter', year: 'The year so far' },
    {
      label: 'Over what time is the measure asked?',
      name: 'over what time the measure is asked',
      inline: true,
    },
  ),
  less_is_better: yesNo({ label: 'Is less better?', name: 'whether less is better' }),
  target: decimal('Target: green', 'the target', 'A count, or a percentage if the measure is a share'),
  amber_to: decimal('Amber, for bands of your own', 'the amber threshold', 'Beyond this it is red'),
  dates_too: yesNo({
    label: 'By its dates as well?',
    name: 'whether its colour is proposed by its dates as well',
    hint: 'The worse of the two is proposed, and says so',
    optional: true,
  }),
})

/** What a new deliverable starts with. */
export const DELIVERABLE_START = {
  organisation: 'OPCC',
  rule: 'none',
  measured_over: 'quarter',
  less_is_better: false,
  dates_too: false,
} as const

/** A deliverable of which no more is known than its number, words and owners, such as a paper gives. */
export const BARE_DELIVERABLE = {
  success: null,
  funding: null,
  funding_pounds: null,
  starts_on: null,
  due_on: null,
  done_on: null,
  dates_too: false,
  rule: 'none',
  measure: null,
  also_measures: [],
  measured_over: 'quarter',
  less_is_better: false,
  target: null,
  amber_to: null,
} satisfies Partial<ValuesOf<typeof deliverableForm>>
