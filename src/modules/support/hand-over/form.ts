import { choice, form, words, type ValuesOf } from '#platform/forms/index.ts'
import { pick } from '../pick.ts'

export const offerForm = form({
  offered_to: pick({ label: 'Which team should take the case?', name: 'the team' }),
  because: words({
    label: 'What must they know to decide?',
    name: 'what they must know',
    hint: 'They see this, the risk and the support chosen. They see the rest when they have accepted.',
    max: 2000,
    rows: 5,
  }),
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
