import type { CodeOf } from './code-list.ts'

// Held by `codes.test.ts` to database/reference/needs-and-outcomes.csv.

/** The eight categories of need (MoJ Victims' Services Commissioning Framework 2013). */
export const NEEDS = {
  health: 'Mental and physical health',
  accommodation: 'Shelter and accommodation',
  family: 'Family, friends and children',
  'education-employment': 'Education, skills and employment',
  'drugs-alcohol': 'Drugs and alcohol',
  finance: 'Finance and benefits',
  outlook: 'Outlook and attitudes',
  social: 'Social interactions',
} as const
export type Need = CodeOf<typeof NEEDS>

/** The four outcomes (MoJ, as reported by Victim CARE 2019 and Cumbria OPCC 2022). */
export const OUTCOMES = {
  'health-wellbeing': 'Improved health and wellbeing',
  cope: 'Better able to cope with aspects of everyday life',
  safety: 'Increased feelings of safety',
  informed: 'Better informed and empowered to act',
} as const
export type Outcome = CodeOf<typeof OUTCOMES>

/** What an action with or for a person was. Target hardening is counted in items, the others in instances. */
export const SUPPORT_TYPES = {
  advocacy: 'Advocacy',
  'phone-support': 'Phone support call',
  'emotional-support': 'Emotional support session',
  'community-visit': 'Community visit',
  'target-hardening': 'Target hardening item',
  'home-visit': 'Home visit',
  'information-advice': 'Information and advice',
  cica: 'Criminal injuries compensation application support',
  'safety-planning': 'Safety planning',
  'counselling-referral': 'Referral for counselling or therapy',
  'cjs-information': 'Explaining the criminal justice system',
  'coping-strategies': 'Coping strategies',
  'practical-housing': 'Practical help such as housing',
  'vps-help': 'Help to prepare a Victim Personal Statement',
} as const
export type SupportType = CodeOf<typeof SUPPORT_TYPES>

export const SATISFACTION_QUESTIONS = {
  satisfied: 'Satisfied with the service',
  'use-again': 'Would use the service again',
  recommend: 'Would recommend to a friend',
} as const
export type SatisfactionQuestion = CodeOf<typeof SATISFACTION_QUESTIONS>
