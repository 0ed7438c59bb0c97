import { form, words } from '#platform/forms/index.ts'

// Asked for only where there is an earlier version, and needed there: publishPaper says so.
const whyAnew = {
  label: 'Why is there a new version?',
  name: 'why there is a new version',
  hint: 'The public reads this.',
  max: 1000,
  rows: 3,
}

export const publishForm = form({
  read: words({ label: 'What was read', name: 'what was read', max: 100, optional: true }),
  because: { ...words({ ...whyAnew, optional: true }), render: words(whyAnew).render },
})

export const tellForm = form({
  because: words({
    label: 'Why has the figure changed?',
    name: 'why the figure has changed',
    hint: 'The public reads this: for example, referrals of March were recorded in May.',
    max: 1000,
    rows: 3,
  }),
})

export const withdrawForm = form({
  version: words({ label: 'Which version?', name: 'which version is withdrawn', optional: true, max: 4 }),
  because: words({
    label: 'Why is it withdrawn?',
    name: 'why it is withdrawn',
    hint: 'The public reads this in place of the paper.',
    max: 1000,
    rows: 3,
  }),
})
