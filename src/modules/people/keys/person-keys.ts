import { keysOfRecord, type PersonRecord } from '../matching/index.ts'
import { readPostcode } from '../matching/record/contact.ts'
import { fold } from '../matching/text/fold.ts'
import { hashText, mix } from '../matching/text/hash.ts'

/** What a record is found by. Nothing of a protected address is ever among it. */
export type KeyFacts = {
  forename: string
  surname: string
  previous_surnames: readonly string[]
  date_of_birth: string | null
  sex: string | null
  phones: readonly string[]
  emails: readonly string[]
  address: { line: string; town: string; postcode: string } | null
  source_reference: string | null
}

/** The facts as the matching engine reads them. */
export const asRecord = (facts: KeyFacts): PersonRecord => ({
  forename: facts.forename,
  surname: facts.surname,
  previous_surname: facts.previous_surnames[0],
  date_of_birth: facts.date_of_birth ?? undefined,
  sex: facts.sex ?? undefined,
  phone: facts.phones[0],
  other_phone: facts.phones[1],
  email: facts.emails[0],
  address: facts.address?.line,
  town: facts.address?.town,
  postcode: facts.address?.postcode,
  nominal: facts.source_reference ?? undefined,
})

/**
 * The keys under which a record is kept and looked for: whole numbers below 2^53. The engine's block keys, and one for each
 * fact that people search by. Two records that share a key may be of one person; the comparison decides.
 */
export const personKeys = (facts: KeyFacts): number[] => [
  ...new Set([...keysOfRecord(asRecord(facts)), ...searchKeys(facts)]),
]

/**
 * One key for each fact that a person can be looked up by alone. A phone and an email are looked up by the engine's own keys, so
 * that each is kept once.
 */
export function searchKeys(facts: Partial<KeyFacts>): number[] {
  const postcode = facts.address?.postcode ? readPostcode(facts.address.postcode)?.text : undefined
  return [
    ...(facts.date_of_birth ? [keyOf('born', facts.date_of_birth)] : []),
    ...(postcode ? [keyOf('postcode', postcode)] : []),
    ...(facts.phones ?? []).flatMap((phone) => keysOfRecord({ phone }).slice(0, 1)),
    ...(facts.emails ?? []).flatMap((email) => keysOfRecord({ email }).slice(0, 1)),
    ...(facts.previous_surnames ?? []).filter(Boolean).map((name) => keyOf('once', nameKey(name))),
  ]
}

/** A name as it is kept for searching: folded, without spaces. '' for none. */
export const nameKey = (name: string): string => fold(name).replaceAll(' ', '')

const HIGH = 0x1fffff
const whole = (high: number, low: number) => high * 2 ** 32 + (low >>> 0)

function keyOf(kind: string, text: string): number {
  const hash = hashText(`${kind}:${text}`)
  return whole(mix(hash, text.length) & HIGH, hash)
}
