import { CLOSE_REASONS } from '#reference'
import { choice, day, form, words, type ValuesOf } from '#platform/forms/index.ts'
import { unmarked } from '../pick.ts'

export const LAST_SELF_ASSESSMENT = {
  done: 'Yes, and they answered',
  declined: 'Yes, and they did not want to',
  'not-offered': 'No: it was not possible or not safe to ask',
} as const

// Asked only where something is open, and then it must be answered.
const OPEN_TASKS = {
  'not-needed': 'Yes: none of them is needed any more',
  keep: 'No: I will do them first',
} as const
const openTasks = { label: 'May the open tasks be ended?', name: 'whether the open tasks may be ended' }

export const closeForm = form({
  reason: choice(CLOSE_REASONS, { label: 'Why is the case closed?', name: 'why the case is closed' }),
  last_self_assessment: choice(LAST_SELF_ASSESSMENT, {
    label: 'Was the last self-assessment offered?',
    name: 'whether the last self-assessment was offered',
  }),
  open_tasks: unmarked(choice(OPEN_TASKS, { ...openTasks, optional: true }), choice(OPEN_TASKS, openTasks)),
  note: words({
    label: 'How did it end?',
    name: 'how it ended',
    hint: 'What they leave with, and what they can do if they need you again.',
    max: 4000,
    rows: 4,
    optional: true,
  }),
})
export type Closing = ValuesOf<typeof closeForm>

export const returnForm = form({
  returned_on: day({
    label: 'On which day did they come back?',
    name: 'the day they came back',
    mustBePast: true,
  }),
  because: words({ label: 'What brought them back?', name: 'what brought them back', max: 4000, rows: 4 }),
})
