import { RJ_STAGES } from '#reference'
import { choice, day, form, type ValuesOf, words, yesNo } from '#platform/forms/index.ts'
import type { RjStep } from './path.ts'

const { referred: _, ...STEPS } = RJ_STAGES
const note = words({ label: 'Note', name: 'the note', max: 4000, rows: 4, optional: true })

export const stepForm = form({
  stage: choice(STEPS satisfies Record<RjStep, string>, {
    label: 'Which step was taken?',
    name: 'which step was taken',
  }),
  reached_on: day({ label: 'On which day?', name: 'the day', mustBePast: true }),
  note,
})
export type StepTaken = ValuesOf<typeof stepForm>

export const PARTIES = {
  'harmed-person': 'The harmed person',
  'person-responsible': 'The person responsible',
} as const

export const riskForm = form({
  party: choice(PARTIES, { label: 'Who was assessed?', name: 'who was assessed' }),
  suitable: yesNo({ label: 'Are they suitable to take part?', name: 'whether they are suitable' }),
  complex: yesNo({
    label: 'Is it sensitive or complex?',
    name: 'whether it is sensitive or complex',
    hint: 'A senior practitioner then signs it off before the person responsible is contacted.',
  }),
  assessed_on: day({ label: 'On which day?', name: 'the day', mustBePast: true }),
  note,
})
export type Assessed = ValuesOf<typeof riskForm>

export const signOffForm = form({
  note: words({ label: 'Why may it go on?', name: 'why it may go on', max: 4000, rows: 4 }),
})
