import type { IntakeResult } from '#reference'

/** Who works with what arrives. */
export const INTAKE_ROLES = ['intake_worker', 'team_manager'] as const

/** Results in the three heaps of a reconciliation. */
export const ACCEPTED: readonly IntakeResult[] = ['accepted']
export const HELD: readonly IntakeResult[] = [
  'error',
  'no-consent',
  'safeguarding',
  'unsafe-contact',
  'no-contact-details',
]

/** Results as an intake worker says them. */
export const RESULT_WORDS: Readonly<Record<IntakeResult, string>> = {
  error: 'Could not be read',
  duplicate: 'Already held',
  deceased: 'Person has died',
  'no-consent': 'Consent missing or refused',
  safeguarding: 'Safeguarding: do not contact',
  'out-of-scope': 'Outside our scope',
  'out-of-area': 'Lives outside the area',
  'unsafe-contact': 'No safe way to make contact',
  'no-contact-details': 'No contact details',
  accepted: 'Accepted',
}

export const resultTone = (result: IntakeResult) =>
  result === 'accepted' ? 'good' : HELD.includes(result) ? 'attention' : 'closed'
