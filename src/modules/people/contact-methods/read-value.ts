import parsePhoneNumber, { type PhoneNumber } from 'libphonenumber-js/max'
import { refuse } from '#platform/errors.ts'
import type { ContactKind } from '../safe-contact/words.ts'

// Numbers kept for drama and examples (Ofcom) are no real lines, and the demonstration is made of them.
const EXAMPLE = /^\+44(7700900\d{3}|1632960\d{3})$/

/** The number as people in this country write it (or with its country code), or the email; refuses `value` with what to type. */
export function readContactValue(kind: ContactKind, typed: string): string {
  const text = typed.trim()
  if (kind === 'email') {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))
      refuse('value', 'Enter the email address in the correct format, like name@example.org')
    return text
  }
  const number = parsePhoneNumber(text, 'GB')
  if (!number || !isNumber(number)) refuse('value', PHONE_MESSAGE)
  return number.country === 'GB' || number.countryCallingCode === '44'
    ? number.formatNational()
    : number.formatInternational()
}

const PHONE_MESSAGE = 'Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192'
const isNumber = (number: PhoneNumber) => number.isValid() || EXAMPLE.test(number.number)

/** Whether a number can be sent a text: a line in a house cannot, and the safe way to reach somebody is never a guess. */
export function phoneKind(typed: string): 'mobile' | 'phone' {
  const number = parsePhoneNumber(typed.trim(), 'GB')
  if (number?.countryCallingCode === '44')
    return /^7[1-57-9]/.test(number.nationalNumber) ? 'mobile' : 'phone'
  return number?.getType()?.includes('MOBILE') ? 'mobile' : 'phone'
}

/** What to say to somebody who typed this as a phone number; undefined when it will do. */
export function phoneMessage(text: string): string | undefined {
  const number = parsePhoneNumber(text, 'GB')
  return number && isNumber(number) ? undefined : PHONE_MESSAGE
}
