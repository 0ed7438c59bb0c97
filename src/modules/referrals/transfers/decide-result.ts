import { normaliseOffence, readPostcode, type IntakeResult, type Offence } from '#reference'
import { canBeReached, hasPhone } from './contact-details.ts'
import type { ScopeRule, SensitiveRule } from '../mapping-profiles/mapping-profile.ts'
import type { TransferVictim } from '../mapping-profiles/transfer-fields.ts'

/** What the sender is asked for: codes with the words of the receipt. Nothing about the person. */
export const GAPS = {
  'readable-row': 'The row, in a form that can be read',
  consent: 'Whether the person agreed to be referred',
  'explicit-consent': 'Explicit consent',
  'safe-contact': 'Whether, how and when it is safe to make contact',
  'contact-details': 'A phone number, email or address',
  phone: 'A phone number',
  postcode: 'The home postcode',
  'date-of-birth': 'The date of birth',
  offence: 'The offence',
} as const
export type Gap = keyof typeof GAPS

/** What an area has set: the same for every row of a file. */
export type IntakeRules = {
  scope: ScopeRule
  sensitive: SensitiveRule
  /** Whether a home is served; null when the postcode does not tell. */
  serves: (postcode: string | null) => boolean | null
}

export type Decision = {
  result: IntakeResult
  /** What would help, whatever the result. */
  missing: Gap[]
  offence: Offence
  /** Contact only by a route known to be safe. */
  sensitive: boolean
}

/** Makes the function that decides rows by an area's rules; what is the same for every row is worked out once. */
export function makeDecide({ scope, sensitive, serves }: IntakeRules) {
  const excluded = new Set(scope.exclude_offences.map(plain))
  const excludedTexts = new Map<string, boolean>() // every offence text seen, for there are few
  const groups = new Set<string>(scope.exclude_groups)
  const sensitiveGroups = new Set<string>(sensitive.offence_groups)
  const victimTypes = new Set<string>(scope.victim_types)
  const inClass = (codes: ReadonlySet<string>, offence: Offence) =>
    !offence.needs_review && (codes.has(offence.group_code) || codes.has(offence.subgroup_code ?? ''))
  const isExcluded = (text: string) => {
    const known = excludedTexts.get(text)
    if (known !== undefined) return known
    if (excludedTexts.size > 5000) excludedTexts.clear()
    const found = excluded.has(plain(text))
    excludedTexts.set(Buffer.from(text).toString(), found)
    return found
  }
  const inScope = (victim: TransferVictim, offence: Offence) =>
    victimTypes.has(victim.victim_type ?? 'individual') &&
    !inClass(groups, offence) &&
    !isExcluded(victim.offence ?? '')

  /** The one result of a row that could be read: the first that holds (domain reference 3.3 and 4). */
  return function decideResult(victim: TransferVictim, alreadyHeld: boolean): Decision {
    const offence = normaliseOffence(victim.offence ?? '', victim.offence_code ?? '')
    const isSensitive = sensitive.flags.some((flag) => victim[flag]) || inClass(sensitiveGroups, offence)
    const consent = victim.consent_basis ?? 'not-recorded'
    const decision = (result: IntakeResult): Decision => ({
      result,
      offence,
      sensitive: isSensitive,
      missing: gapsOf(victim, result, isSensitive, offence),
    })
    if (alreadyHeld) return decision('duplicate')
    if (victim.deceased) return decision('deceased')
    if (consent === 'declined') return decision('no-consent')
    // Sexual offence, domestic abuse or bereaved close relative: explicit consent is recorded before transfer.
    if ((isSensitive || victim.bereaved) && (consent === 'notified-right' || consent === 'not-recorded'))
      return decision('no-consent')
    if (victim.child_protection) return decision('safeguarding')
    if (!inScope(victim, offence)) return decision('out-of-scope')
    if (serves(victim.postcode) === false) return decision('out-of-area')
    const safe = victim.safe_to_contact ?? 'unknown'
    if (safe === 'no' || (isSensitive && safe !== 'yes')) return decision('unsafe-contact')
    return decision(canBeReached(victim) ? 'accepted' : 'no-contact-details')
  }
}

function gapsOf(victim: TransferVictim, result: IntakeResult, isSensitive: boolean, offence: Offence): Gap[] {
  const gaps: Gap[] = []
  const consent = victim.consent_basis ?? 'not-recorded'
  if (consent === 'not-recorded') gaps.push('consent')
  else if (result === 'no-consent' && consent === 'notified-right') gaps.push('explicit-consent')
  if (result === 'unsafe-contact' || (isSensitive && (victim.safe_to_contact ?? 'unknown') === 'unknown'))
    gaps.push('safe-contact')
  if (!canBeReached(victim)) gaps.push('contact-details')
  else if (!hasPhone(victim)) gaps.push('phone')
  if (victim.postcode === null || !readPostcode(victim.postcode)?.postcode) gaps.push('postcode')
  if (victim.born_on === null && victim.age === null) gaps.push('date-of-birth')
  if (offence.needs_review) gaps.push('offence')
  return gaps
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
