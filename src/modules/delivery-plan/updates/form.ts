import { choice, day, form, words } from '#platform/forms/index.ts'
import { STATUSES } from '../words.ts'

const said = words({
  label: 'What there is to say',
  name: 'what there is to say',
  hint: 'Leave an empty line between paragraphs. Begin a line with a hyphen for a list.',
  max: 20_000,
  rows: 12,
})
/** A figure to put in the text, by the words that stand for it; and which button was pressed. */
const editing = {
  figure: words({ label: 'Put a figure in', name: 'the figure', optional: true, max: 300 }),
  then: words({ label: 'Then', name: 'what to do', optional: true, max: 20 }),
}

export const answerForm = form({
  words: said,
  ...editing,
  suggests: choice(STATUSES, { label: 'How do you think it stands?', name: 'how it stands', optional: true }),
})

export const updateForm = form({
  words: said,
  ...editing,
  author: words({
    label: 'Who says it?',
    name: 'who says it',
    hint: 'As the paper prints it, such as NW or Force',
    max: 60,
  }),
  dated_on: day({ label: 'Date', name: 'the date', mustBePast: true }),
  corrects: words({
    label: 'Does it correct an earlier one?',
    name: 'what it corrects',
    optional: true,
    max: 60,
  }),
})
