import { form, words } from '#platform/forms/index.ts'

type Asked = Omit<Parameters<typeof words>[0], 'optional'>

/** Words that are asked for only where they are needed, and needed there: publishTables says when. Their label does not call them optional. */
const whereNeeded = (asked: Asked) => ({
  ...words({ ...asked, optional: true }),
  render: words(asked).render,
})

export const publishTablesForm = form({
  read: words({ label: 'What was read', name: 'what was read', max: 100, optional: true }),
  because: whereNeeded({
    label: 'Why is there a new version?',
    name: 'why there is a new version',
    hint: 'The public reads this: for example, the force corrected its extract.',
    max: 1000,
    rows: 3,
  }),
  overlaps_because: whereNeeded({
    label: 'Why can nothing hidden be worked out from the other periods?',
    name: 'why nothing hidden can be worked out from the other periods',
    hint: 'Take the counts of one from those of the other first: what is left must not be small. The office alone reads this.',
    max: 1000,
    rows: 3,
  }),
})

export const withdrawTablesForm = form({
  version: words({
    label: 'Which version?',
    name: 'which version is withdrawn',
    max: 4,
    optional: true,
  }),
  because: words({
    label: 'Why is it withdrawn?',
    name: 'why it is withdrawn',
    hint: 'The public reads this in place of the tables.',
    max: 1000,
    rows: 3,
  }),
})
