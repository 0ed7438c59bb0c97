/** Who sent a person to the restorative justice team. */
export const RJ_SOURCES = {
  caseworker: 'Caseworker',
  police: 'Police',
  'witness-care': 'Witness Care Unit',
  yjs: 'Youth justice service',
  probation: 'Probation',
  'community-point': 'Community Point',
  self: 'The harmed person',
  'person-responsible': 'The person responsible',
} as const
export type RjSource = keyof typeof RJ_SOURCES

/** The interventions: the two people met, or exchanged something through a practitioner (domain reference 7). */
export const INTERVENTIONS = {
  conference: 'Face-to-face conference',
  'community-conference': 'Community or panel conference',
  letter: 'Letter or message exchanged',
  shuttle: 'Shuttle mediation',
  video: 'Video or recorded message',
} as const

/** Closed without an intervention. A restorative conversation is one of these, not an intervention. */
export const CLOSED_WITHOUT = {
  'restorative-conversation': 'Restorative conversation only',
  'withdrew-or-disengaged': 'Harmed person withdrew or stopped engaging',
  'no-offender-information': 'Not enough information about the person responsible',
  'offender-declined': 'Person responsible declined',
  'denies-responsibility': 'Responsibility not accepted',
  unsuitable: 'Unsuitable after risk assessment',
  'too-early': 'Too early in the investigation',
} as const

/** Everything that the outcome of a referral can be recorded as; none recorded is the absence of a row, and is said. */
export const RJ_OUTCOMES = {
  ...INTERVENTIONS,
  ...CLOSED_WITHOUT,
  'in-preparation': 'In preparation',
} as const
export type RjOutcome = keyof typeof RJ_OUTCOMES

/** Who works with the people in restorative justice. */
export const RJ_ROLES = ['rj_practitioner', 'team_manager'] as const
