import { choice, form, words } from '#platform/forms/index.ts'

export const publishTablesForm = form({
  read: words({ label: 'What was read', name: 'what was read', max: 100, optional: true }),
  because: words({
    label: 'Why is there a new version?',
    name: 'why there is a new version',
    hint: 'The public reads this: for example, the force corrected its extract.',
    optional: true,
    max: 1000,
    rows: 3,
  }),
})

export const withdrawTablesForm = form({
  which: choice(
    { latest: 'The latest version alone: the one before it stands again', all: 'Every version' },
    { label: 'Which?', name: 'which version' },
  ),
  because: words({
    label: 'Why is it withdrawn?',
    name: 'why it is withdrawn',
    hint: 'The public reads this in place of the tables.',
    max: 1000,
    rows: 3,
  }),
})
