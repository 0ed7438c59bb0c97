import type { Role } from '#access'

/** Who works with cases: which ones they reach is settled by their teams. */
export const CASEWORK_ROLES = [
  'caseworker',
  'rj_practitioner',
  'team_manager',
] as const satisfies readonly Role[]
/** Who may open a case and sees what waits for one. */
export const OPENING_ROLES = ['caseworker', 'team_manager'] as const satisfies readonly Role[]

/** The support the person chose. It is neither their risk nor their entitlement (domain 3.1). */
export const CASE_TIERS = {
  brief: 'Brief: information or a few contacts',
  'longer-term': 'Longer-term: a support plan with one worker',
} as const
export type Tier = keyof typeof CASE_TIERS

export const RISKS = { standard: 'Standard', medium: 'Medium', high: 'High' } as const
export type Risk = keyof typeof RISKS

/** Why the Code's enhanced rights apply (domain 3.1): the first five are worked out from what is recorded, the rest a worker adds. */
export const ENHANCED_REASONS = {
  'domestic-abuse': 'Domestic abuse',
  'sexual-offence': 'Sexual offence',
  hate: 'Hate crime',
  'most-serious': 'One of the most serious crimes',
  'under-18': 'Under 18 at the time',
  bereaved: 'Bereaved close relative',
  'persistently-targeted': 'Deliberately targeted again and again',
  vulnerable: 'Mental or physical disability, or significant difficulty in understanding or coping',
  intimidated: 'Fear or distress that affects giving evidence',
} as const
export type EnhancedReason = keyof typeof ENHANCED_REASONS
