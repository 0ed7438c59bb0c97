import type { CodeOf } from './code-list.ts'

// Held by `codes.test.ts` to database/reference/rj-codes.csv.

/** The states of a restorative justice case, in order. */
export const RJ_STAGES = {
  referred: 'Referral received',
  'initial-contact': 'Initial contact with the harmed person',
  consent: 'Informed consent (harmed person)',
  suitability: 'Suitability and risk assessment',
  'offender-contact': 'Contact with the person responsible',
  preparation: 'Preparation of both parties',
  intervention: 'Intervention delivered',
  'outcome-agreement': 'Outcome agreement recorded (if any)',
  'follow-up': 'Follow-up and feedback',
  closed: 'Closed',
} as const
export type RjStage = CodeOf<typeof RJ_STAGES>

export const RJ_TYPES = {
  conference: 'Face-to-face conference',
  shuttle: 'Shuttle mediation',
  letter: 'Letter or message exchanged',
  video: 'Video or recorded message',
  'community-conference': 'Community or panel conference',
} as const
export type RjType = CodeOf<typeof RJ_TYPES>

/** The types in which the two people meet; the others are indirect. */
export const DIRECT_RJ_TYPES: ReadonlySet<RjType> = new Set(['conference', 'community-conference'])

/** A restorative conversation is a reason for closing, not an intervention. */
export const RJ_CLOSE_REASONS = {
  'intervention-complete': 'Intervention completed',
  'restorative-conversation': 'Restorative conversation only',
  'victim-withdrew': 'Harmed person withdrew',
  'victim-disengaged': 'Harmed person stopped engaging',
  'no-offender-info': 'Not enough information about the person responsible',
  'offender-declined': 'Person responsible declined',
  'denies-responsibility': 'Responsibility not accepted',
  unsuitable: 'Unsuitable after risk assessment',
  'too-early': 'Too early in the investigation',
} as const
export type RjCloseReason = CodeOf<typeof RJ_CLOSE_REASONS>

export const RJ_INITIATORS = {
  victim: 'Harmed person',
  offender: 'Person responsible',
  agency: 'Agency',
} as const
export type RjInitiator = CodeOf<typeof RJ_INITIATORS>
