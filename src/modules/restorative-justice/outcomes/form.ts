import { choice, day, form, type ValuesOf } from '#platform/forms/index.ts'
import { RJ_OUTCOMES } from '../codes.ts'

export const outcomeForm = form({
  outcome: choice(RJ_OUTCOMES, { label: 'What came of it?', name: 'what came of it' }),
  close_reason: choice(
    {
      'victim-withdrew': 'They said that they do not want to go on',
      'victim-disengaged': 'They stopped answering',
    },
    { label: 'If the harmed person withdrew or stopped engaging: which?', name: 'which', optional: true },
  ),
  reached_on: day({ label: 'On which day?', name: 'the day', mustBePast: true }),
})
export type OutcomeReached = ValuesOf<typeof outcomeForm>
