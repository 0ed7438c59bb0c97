import { html, type Content } from '#platform/design-system/index.ts'
import { choice, day, email, field, type Filled, words, yesNo } from '#platform/forms/index.ts'
import { FOR_WHAT } from './placeholders.ts'

/** What a paper starts with unless its author says otherwise. */
export const FRONT_SHEET_START = { for_what: 'consideration', is_public: true } as const

const forWhat = choice(FOR_WHAT, {
  label: 'What is the meeting asked for?',
  name: 'what the meeting is asked for',
})

/** What a front sheet needs of its author: the same for every kind of paper. */
export const frontSheetFields = {
  // Left out by a program that sends no such field: consideration.
  for_what: {
    ...forWhat,
    read: (typed, today) => forWhat.read(typed === '' ? FRONT_SHEET_START.for_what : typed, today),
  } satisfies typeof forWhat,
  report_to: words({
    label: 'Which meeting is it for?',
    name: 'the meeting it is for',
    hint: 'For example, Strategic Resources and Performance Meeting',
  }),
  meeting_on: day({ label: 'Date of the meeting', name: 'the date of the meeting' }),
  agenda_item: words({ label: 'Agenda item', name: 'the agenda item', optional: true, max: 20 }),
  report_author: words({ label: 'Who is its author?', name: 'the author' }),
  author_email: email({
    label: 'The author\u2019s e-mail',
    name: 'the author\u2019s e-mail',
    optional: true,
  }),
  other_contacts: words({ label: 'Other contacts', name: 'the other contacts', optional: true, max: 200 }),
  is_public: yesNo({ label: 'Is it public?', name: 'whether it is public' }),
}

/** Its questions on a page, in the order of the front sheet. */
export const frontSheetQuestions = (form: Filled<typeof frontSheetFields>): Content =>
  html`${Object.keys(frontSheetFields).map((name) => field(form[name as keyof typeof frontSheetFields]))}`
