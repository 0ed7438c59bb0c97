import { choice, form, words, type ValuesOf } from '#platform/forms/index.ts'
import { pick } from '../pick.ts'

export const allocateForm = form({
  allocated_to: pick({ label: 'Who works on this case?', name: 'who works on this case' }),
  knows_person: choice(
    {
      no: 'No: neither the person nor anybody linked to the case',
      'not-asked': 'Not asked yet: ask when the worker first opens the case',
    },
    { label: 'Does the worker know the person?', name: 'whether the worker knows the person' },
  ),
  /** Who worked on it when the page was opened: a member's id, or 'nobody'. */
  was: words({ label: 'Who worked on it', name: 'who worked on it', max: 40, optional: true }),
  because: words({
    label: 'Anything they should know, or why it changes hands',
    name: 'why it changes hands',
    max: 500,
    rows: 3,
    optional: true,
  }),
})
export type Allocating = Omit<ValuesOf<typeof allocateForm>, 'was'>

export const conflictForm = form({
  knows_person: choice(
    {
      no: 'No. I do not know this person, nor anybody linked to the case',
      yes: 'Yes, or I may. Somebody else should work on it',
    },
    {
      label: 'Do you know this person?',
      hint: 'As family, friend, neighbour or colleague, or anybody else in the case: the suspect, a relative, someone at the same address.',
      name: 'whether you know this person',
    },
  ),
})
