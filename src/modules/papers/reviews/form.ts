import { form, words } from '#platform/forms/index.ts'

export const commentForm = form({
  place: words({ label: 'Which paragraph is it about?', name: 'the paragraph it is about', max: 200 }),
  words: words({ label: 'Your comment', name: 'your comment', max: 2000, rows: 4 }),
})

export const answerForm = form({
  words: words({
    label: 'Your answer',
    name: 'your answer',
    max: 2000,
    rows: 4,
    hint: 'Say what you changed, or why you left it.',
  }),
})

export const returnForm = form({
  reason: words({
    label: 'What has to change?',
    name: 'what has to change',
    max: 2000,
    rows: 5,
    hint: 'Its author reads this.',
  }),
})

export const correctForm = form({
  because: words({
    label: 'Why is it corrected?',
    name: 'why it is corrected',
    max: 1000,
    rows: 4,
    hint: 'The public reads this beside the new version.',
  }),
})
