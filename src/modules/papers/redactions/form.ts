import { choice, form, words } from '#platform/forms/index.ts'
import { GROUNDS } from '../words.ts'

export const redactionForm = form({
  block: words({ label: 'Which paragraph or part?', name: 'the paragraph', max: 20 }),
  words: words({
    label: 'Which words?',
    name: 'the words',
    hint: 'Exactly as they stand. Leave it empty to take out the whole paragraph, table or chart.',
    optional: true,
    max: 1000,
    rows: 3,
  }),
  ground: choice(GROUNDS, { label: 'On which ground?', name: 'the ground', as: 'select' }),
  because: words({
    label: 'Why is the public interest in taking it out?',
    name: 'why it is taken out',
    hint: 'Kept in the office. The public reads where and on which ground.',
    max: 1000,
    rows: 3,
  }),
})
