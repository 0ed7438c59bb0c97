import { type Day, RJ_STAGES, type RjStage } from '#reference'
import { CLOSED_WITHOUT, INTERVENTIONS } from '../codes.ts'

/** What is known of one referral when its next step is asked for. */
export type PathFacts = {
  /** The day each step was taken, of those that were. */
  steps: Partial<Record<RjStage, Day>>
  /** The latest assessment of each; null when there is none. */
  harmed_person: { suitable: boolean; complex: boolean } | null
  person_responsible: { suitable: boolean; complex: boolean } | null
  signed_off: boolean
  /** The crime was domestic abuse; and whether the area's provider takes such referrals. */
  domestic: boolean
  domestic_allowed: boolean
  /** The current outcome; null when none is recorded. */
  outcome: string | null
}

/** The steps that are recorded, in order: a referral is received by being there. */
export const STEPS = (Object.keys(RJ_STAGES) as RjStage[]).filter((stage) => stage !== 'referred')
export type RjStep = Exclude<RjStage, 'referred'>

/**
 * Why a step cannot be taken yet, in words that say what to do; null when it can. The rules are those of domain reference 7: consent of
 * the harmed person before any contact with the person responsible, an assessment of both, a senior practitioner's name under what
 * is sensitive or complex, and domestic abuse only where the provider allows it.
 */
export function blockedBecause(stage: RjStage, facts: PathFacts): string | null {
  const { steps, harmed_person, person_responsible, outcome } = facts
  if (stage === 'referred') return null
  if (stage === 'initial-contact') return steps['initial-contact'] ? null : closedBy(facts)
  if (stage === 'closed')
    return outcome === null || outcome === 'in-preparation' ? 'Record the outcome first' : null
  if (stage === 'follow-up' || stage === 'outcome-agreement')
    return steps.intervention ? null : 'No intervention has been recorded'
  const closed = closedBy(facts)
  if (closed) return closed
  const before = BEFORE[stage]
  if (!steps[before]) return `First: ${RJ_STAGES[before].toLowerCase()}`
  if (stage === 'consent') return null
  if (facts.domestic && !facts.domestic_allowed)
    return 'The crime was domestic abuse, which this service does not take for restorative justice'
  if (!harmed_person) return 'Assess the risk to the harmed person first'
  if (!harmed_person.suitable)
    return 'The harmed person was assessed as not suitable: close it, or assess again'
  if (stage === 'suitability') return null
  if ((harmed_person.complex || person_responsible?.complex) && !facts.signed_off)
    return 'It is sensitive or complex: a senior practitioner signs it off first'
  if (stage === 'offender-contact') return null
  if (!person_responsible) return 'Assess the risk to and from the person responsible first'
  if (!person_responsible.suitable)
    return 'The person responsible was assessed as not suitable: close it, or assess again'
  return null
}

const BEFORE = {
  consent: 'initial-contact',
  suitability: 'consent',
  'offender-contact': 'suitability',
  preparation: 'offender-contact',
  intervention: 'preparation',
} as const

function closedBy({ outcome }: PathFacts): string | null {
  if (outcome && Object.hasOwn(CLOSED_WITHOUT, outcome)) return 'It was closed without an intervention'
  return outcome && Object.hasOwn(INTERVENTIONS, outcome) ? 'An intervention is recorded already' : null
}
