import { choice, form, wholeNumber, words } from '#platform/forms/index.ts'

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
  overlaps_because: words({
    label: 'Why can nothing hidden be worked out from the other periods?',
    name: 'why nothing hidden can be worked out from the other periods',
    hint: 'Take the counts of one from those of the other first: what is left must not be small. The office alone reads this.',
    optional: true,
    max: 1000,
    rows: 3,
  }),
})

export const withdrawTablesForm = form({
  which: choice(
    {
      latest: 'The latest version alone: the one before it stands again',
      one: 'One version alone, by its number below',
      all: 'Every version',
    },
    { label: 'Which?', name: 'which version' },
  ),
  version: wholeNumber({
    label: 'Number of the version',
    name: 'the number of the version',
    hint: 'Only where one version is withdrawn by its number.',
    optional: true,
    least: 1,
    most: 9999,
  }),
  because: words({
    label: 'Why is it withdrawn?',
    name: 'why it is withdrawn',
    hint: 'The public reads this in place of the tables.',
    max: 1000,
    rows: 3,
  }),
})
