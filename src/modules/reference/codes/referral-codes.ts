import type { CodeOf } from './code-list.ts'

// Code branches on these, so they are constants; `codes.test.ts` holds them to database/reference/referral-codes.csv.

/** Where a referral came from. */
export const REFERRAL_SOURCES = {
  'police-adt': 'Police automatic data transfer',
  'police-officer': 'Police officer referral (form or mobile app)',
  'police-other-force': 'Another police force',
  btp: 'British Transport Police',
  'fraud-national': 'National fraud reporting service',
  'witness-care': 'Witness Care Unit',
  yjs: 'Youth justice service or youth offending team',
  probation: 'Probation victim liaison',
  'community-point': 'Community Point',
  self: 'Self-referral',
  'family-friend': 'Family member or friend',
  'local-authority': 'Local authority or ASB team',
  health: 'Health service',
  education: 'School or college',
  voluntary: 'Voluntary or community organisation',
  'partner-agency': 'Partner agency (kind not recorded)',
  sarc: 'Sexual assault referral centre',
  marac: 'MARAC',
  serac: 'SERAC',
} as const
export type ReferralSource = CodeOf<typeof REFERRAL_SOURCES>

/** On what ground a person was referred (Victims' Code; domain reference 3.3). */
export const CONSENT_BASES = {
  'notified-right': 'Passed under the Code after the victim was told and did not object',
  explicit: 'Explicit consent recorded by the officer',
  'parent-guardian': 'Consent of parent or guardian',
  self: 'Person referred themselves',
  declined: 'Declined',
  'not-recorded': 'Not recorded',
} as const
export type ConsentBasis = CodeOf<typeof CONSENT_BASES>

/** What became of a row of a transfer, in the order in which it is decided: the first that holds is the result. */
export const INTAKE_RESULTS = {
  error: 'Could not be read',
  duplicate: 'Duplicate of a referral already held',
  deceased: 'Person has died',
  'no-consent': 'Consent missing or refused',
  safeguarding: 'Child protection or safeguarding: contact not appropriate',
  'out-of-scope': "Crime type outside the service's scope",
  'out-of-area': 'Lives outside the area: transferred',
  'unsafe-contact': 'No safe contact route: returned to referrer',
  'no-contact-details': 'Insufficient contact details',
  accepted: 'Accepted',
} as const
export type IntakeResult = CodeOf<typeof INTAKE_RESULTS>

export const CONTACT_CHANNELS = {
  phone: 'Phone call',
  sms: 'Text message',
  email: 'Email',
  letter: 'Letter',
  'face-to-face': 'In person',
  'live-chat': 'Live chat',
} as const
export type ContactChannel = CodeOf<typeof CONTACT_CHANNELS>

/** How an attempt to make contact ended. */
export const CONTACT_RESULTS = {
  reached: 'Reached and identity confirmed',
  'no-answer': 'No answer; no message left',
  'message-left': 'Message left (only where marked safe)',
  'wrong-number': 'Wrong number',
  'third-party': 'Answered by someone else',
  unsafe: 'Judged unsafe',
  undelivered: 'Message or letter undelivered',
} as const
export type ContactResult = CodeOf<typeof CONTACT_RESULTS>

/** The support the person chose; not their entitlement and not their risk. */
export const CASE_TIERS = {
  basic: 'Basic support (information or a single contact)',
  enhanced: 'Enhanced or longer-term support',
} as const
export type CaseTier = CodeOf<typeof CASE_TIERS>

export const CLOSE_REASONS = {
  completed: 'Support plan completed',
  declined: 'Declined support',
  disengaged: 'Stopped engaging',
  'no-contact': 'Could not be contacted',
  'referred-on': 'Passed to another service',
  moved: 'Moved out of area',
  unsafe: 'Unsafe to continue',
  error: 'Opened in error',
} as const
export type CloseReason = CodeOf<typeof CLOSE_REASONS>
