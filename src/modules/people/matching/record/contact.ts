import { fold, foldOrNothing } from '../text/fold.ts'
import { hashText } from '../text/hash.ts'
import { remembered } from '../text/remembered.ts'

const BRITISH = /^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/
/** Postcodes given to people without one. */
const NO_PLACE = /^zz99|^zz\d{2}/

/** Letters a to z and digits of a text, in lower case and without anything between. */
function lettersAndDigits(text: string): string {
  const lower = text.toLowerCase()
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.replace(/[^a-z0-9]/g, '')
}

/** A postcode without spaces and signs, and its outward half (for other countries, the first half). */
export function readPostcode(text: string): { text: string; outward: string } | undefined {
  let code = lettersAndDigits(text)
  if (code.length < 2 || NO_PLACE.test(code) || !/\d/.test(code)) return undefined
  // the letter O for a nought and I for a one, where a digit must stand
  const third = code.at(-3)
  if (code.length >= 5 && code.length <= 7 && (third === 'o' || third === 'i')) {
    const fixed = code.slice(0, -3) + (third === 'o' ? '0' : '1') + code.slice(-2)
    if (BRITISH.test(fixed)) code = fixed
  }
  const outward = BRITISH.test(code) ? code.slice(0, -3) : code.slice(0, Math.max(2, code.length >> 1))
  return { text: code.slice(0, 10), outward }
}

/** The last nine digits of a telephone number: +44 7700 900123, 07700900123 and 7700 900 123 are one. */
export function readPhone(text: string): string | undefined {
  const digits = text.replace(/\D+/g, '')
  if (digits.length < 6 || DULL.test(digits)) return undefined
  return digits.length > 9 ? digits.slice(-9) : digits.replace(/^0/, '')
}
/** One digit over and over, or digits counted up. */
const DULL = /^0*((\d)\2*|1?2?34567890?)$/

/** An e-mail address in lower case without a +tag, and its two halves; undefined for what is none. */
export function readEmail(text: string): { text: string; local: string; domain: string } | undefined {
  const email = text.trim().toLowerCase()
  const at = email.lastIndexOf('@')
  if (at < 1) return undefined
  const local = email.slice(0, at).replace(/\+.*$/, '')
  const domain = email.slice(at + 1)
  if (/^(no|none|na|n\/a|unknown|noemail|test)$/.test(local)) return undefined
  return { text: `${local}@${domain}`, local, domain }
}

const SHORT: Record<string, string> = {
  road: 'rd',
  street: 'st',
  avenue: 'ave',
  av: 'ave',
  lane: 'ln',
  drive: 'dr',
  close: 'cl',
  court: 'ct',
  crescent: 'cres',
  place: 'pl',
  gardens: 'gdns',
  grove: 'gr',
  square: 'sq',
  terrace: 'terr',
  saint: 'st',
  circuit: 'cct',
  parade: 'pde',
  strasse: 'str',
  straat: 'str',
  ulica: 'ul',
  boulevard: 'bvd',
  highway: 'hwy',
  mount: 'mt',
  house: 'hse',
}

/** An address as read: the number of the house (0: none) and the street in one word with its hash (0: none). */
export interface Address {
  readonly number: number
  readonly street: string
  readonly hash: number
}

/** House number and street of an address line: "Flat 2, 14 High Street" is 14 and "highstflat2". */
export const readAddress = remembered((line: string): Address => {
  const words = foldOrNothing(line).split(' ').filter(Boolean)
  let number = 0
  const numbers = words.flatMap((w, i) => (/^\d+[a-z]?$/.test(w) ? [i] : []))
  const at = words[0] === 'flat' || words[0] === 'apartment' || words[0] === 'unit' ? numbers[1] : numbers[0]
  if (at !== undefined) {
    number = parseInt(words[at]!, 10)
    words.push(...words.splice(0, at + 1).slice(0, -1))
  }
  const street = words.map((w) => SHORT[w] ?? w).join('')
  return { number, street, hash: street === '' ? 0 : hashText(street) }
})

/** 1 female, 2 male, 3 another answer, 0 not known. */
export function readSex(text: string): number {
  if (text === 'F') return 1
  if (text === 'M') return 2
  const word = fold(text)
  if (word === '' || word === 'unknown' || word === 'u' || word === 'not stated' || word === 'ns') return 0
  if (/^(f|w|female|woman|girl|2)$/.test(word)) return 1
  if (/^(m|male|man|boy|1)$/.test(word)) return 2
  return 3
}

/** Words compared as they are (a town, an occupation): folded, without spaces; hash 0 when nothing is said. */
export const readWords = remembered((text: string): { text: string; hash: number } => {
  const folded = foldOrNothing(text).replaceAll(' ', '')
  return { text: folded, hash: folded === '' ? 0 : hashText(folded) }
})
