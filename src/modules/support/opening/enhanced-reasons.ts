import { ageOn } from '#people'
import type { Day } from '#reference'
import type { EnhancedReason } from '../words.ts'

export type KnownOfCrime = {
  domestic: boolean
  sexual: boolean
  hate_strand: string | null
  offence_text: string | null
  /** The day it was reported, or the referral received: the nearest known to the day of the offence. */
  on: Day
}

const MOST_SERIOUS =
  /attempt\w*\s+murder|kidnap|false(ly)? imprison|traffick|slavery|servitude|terroris|wounding with intent|gbh with intent|grievous bodily harm with intent|arson.*endanger|\bs(ection)?\.? ?18\b/i

/**
 * The reasons for enhanced rights that follow from what is recorded (domain 3.1). A worker may add to these and cannot take one away;
 * those that need a person's judgement (bereaved, persistently targeted, vulnerable, intimidated) are never guessed.
 */
export function enhancedReasons(
  crime: KnownOfCrime | undefined,
  date_of_birth: Day | null,
): EnhancedReason[] {
  if (!crime) return []
  const age = ageOn(date_of_birth, crime.on)
  const reasons: (EnhancedReason | false)[] = [
    crime.domestic && 'domestic-abuse',
    crime.sexual && 'sexual-offence',
    Boolean(crime.hate_strand) && 'hate',
    MOST_SERIOUS.test(crime.offence_text ?? '') && 'most-serious',
    age !== undefined && age < 18 && 'under-18',
  ]
  return reasons.filter((reason) => reason !== false)
}
