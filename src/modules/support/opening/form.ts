import { choice, form, severalOf, type ValuesOf } from '#platform/forms/index.ts'
import { pick } from '../pick.ts'
import { CASE_TIERS, ENHANCED_REASONS } from '../words.ts'

export const openCaseForm = form({
  tier: choice(CASE_TIERS, { label: 'What support did they choose?', name: 'the support they chose' }),
  held_by: pick({ label: 'Which team holds the case?', name: 'the team that holds the case' }),
  take_it: choice(
    {
      me: 'Me: I do not know this person or anybody linked to the case',
      later: 'Nobody yet: leave it waiting for allocation',
    },
    { label: 'Who works on it?', name: 'who works on it' },
  ),
  enhanced_reasons: severalOf(ENHANCED_REASONS, {
    label: 'Do any of these apply?',
    hint: 'Those that follow from the referral are added by themselves. With any of these, the first contact is due a working day sooner.',
    name: 'what applies',
    optional: true,
  }),
})
export type CaseOpening = ValuesOf<typeof openCaseForm>
