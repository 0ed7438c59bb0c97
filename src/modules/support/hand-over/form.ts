import { choice, form, words, type ValuesOf } from '#platform/forms/index.ts'
import { pick, unmarked } from '../pick.ts'

/** On what ground a case is given to another organisation, besides the agreement with it. */
export const GROUNDS_TO_GIVE = {
  consent: 'They agreed to it',
  law: 'The law asks for it or allows it without their agreement',
} as const
// Asked only when the team is of another organisation, and then they must be answered.
const ground = { label: 'On what ground is it given?', name: 'on what ground it is given' }
const groundNote = {
  label: 'When and how did they agree, or which law and why?',
  name: 'when and how they agreed, or which law and why',
  max: 1000,
  rows: 2,
}

export const offerForm = form({
  offered_to: pick({ label: 'Which team should take the case?', name: 'the team' }),
  because: words({
    label: 'What must they know to decide?',
    name: 'what they must know',
    hint: 'They see this, the risk and the support chosen. They see the rest when they have accepted.',
    max: 2000,
    rows: 5,
  }),
  ground: unmarked(choice(GROUNDS_TO_GIVE, { ...ground, optional: true }), choice(GROUNDS_TO_GIVE, ground)),
  ground_note: unmarked(words({ ...groundNote, optional: true }), words(groundNote)),
})
export type Offer = ValuesOf<typeof offerForm>

export const answerForm = form({
  answer: choice(
    { accepted: 'Accept: our team holds the case from now on', declined: 'Decline: it stays with them' },
    { label: 'Does your team take the case?', name: 'whether your team takes the case' },
  ),
  answer_note: words({ label: 'Why?', name: 'why', max: 1000, rows: 3, optional: true }),
})
export type OfferAnswer = ValuesOf<typeof answerForm>
