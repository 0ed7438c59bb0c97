import { readPostcode } from '#reference'
import type { TransferVictim } from '../mapping-profiles/transfer-fields.ts'

type Phones = Pick<TransferVictim, 'mobile' | 'home_phone' | 'work_phone'>

const NOWHERE =
  /^(?:n\/?a|nfa|none|nil|unknown|not known|not stated|not given|refused|withheld|no fixed a(?:bode|ddress)|no address|tbc|-+|\.+|x+)$/i

/** A number that can be rung: ten figures or more, and not all the same. */
export function isUsablePhone(text: string | null): boolean {
  if (text === null) return false
  const figures = text.replace(/\D/g, '')
  return figures.length >= 10 && figures.length <= 15 && !/^(\d)\1+$/.test(figures)
}

export const isUsableEmail = (text: string | null) =>
  text !== null && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text)

/** An address that a letter reaches; "no fixed abode" is none. */
export const isUsableAddress = (text: string | null) => text !== null && !NOWHERE.test(text.trim())

export const hasPhone = (victim: Phones) =>
  isUsablePhone(victim.mobile) || isUsablePhone(victim.home_phone) || isUsablePhone(victim.work_phone)

/** Whether there is any way to reach the person: a phone, an email or an address. */
export const canBeReached = (victim: TransferVictim) =>
  hasPhone(victim) || isUsableEmail(victim.email) || isUsableAddress(victim.address)

/** The postcode as it should be written, or what was sent when it is none. */
export const postcodeOf = (victim: Pick<TransferVictim, 'postcode'>) =>
  victim.postcode === null ? null : (readPostcode(victim.postcode)?.postcode ?? victim.postcode)
