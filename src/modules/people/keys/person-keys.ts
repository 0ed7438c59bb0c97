import { type PersonRecord, STORED_KEYS, storedForm, type StoredKey } from '../matching/index.ts'
import { readEmail, readPostcode } from '../matching/record/contact.ts'
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

/** What people look somebody up by alone, besides a phone. */
export const SEARCH_KEYS = ['born', 'postcode', 'email', 'once'] as const
export const KEY_COLUMNS = [...STORED_KEYS, ...SEARCH_KEYS] as const
export type KeyColumn = StoredKey | (typeof SEARCH_KEYS)[number]

/** Columns of people.person_key of one person: `part` 0, and a further row for the contacts and earlier names that one does not hold. */
export type KeyRow = Partial<Record<KeyColumn, number>> & { part: number; packed?: Buffer }

/** The rows that a person is found by within one team: whole numbers below 2^53 that differ from team to team. */
export function personKeys(facts: KeyFacts, held_by: string): KeyRow[] {
  const { keys, packed } = storedForm(asRecord(facts))
  const { born, postcode } = searchKeys(facts)
  const parts = Math.max(1, facts.phones.length / 2, facts.emails.length, facts.previous_surnames.length)
  return Array.from({ length: Math.ceil(parts) }, (_, part) => {
    const [phone, other] = facts.phones.slice(2 * part, 2 * part + 2)
    const { email, once } = searchKeys({
      emails: facts.emails.slice(part),
      previous_surnames: facts.previous_surnames.slice(part),
    })
    const more =
      part === 0
        ? { ...keys, born, postcode }
        : storedForm({ phone, other_phone: other, email: facts.emails[part] }).keys
    return { ...withinTeam({ ...more, email, once }, held_by), part, ...(part === 0 ? { packed } : {}) }
  })
}

/** One key for each fact that a person can be looked up by alone; the same in every team until `withinTeam` makes it the team's own. */
export function searchKeys(facts: Partial<KeyFacts>): Partial<Record<KeyColumn, number>> {
  const { date_of_birth, address, phones = [], emails = [], previous_surnames = [] } = facts
  const postcode = address?.postcode ? readPostcode(address.postcode)?.text : undefined
  const email = emails[0] ? readEmail(emails[0])?.text : undefined
  return {
    born: date_of_birth ? keyOf('born', date_of_birth) : undefined,
    postcode: postcode ? keyOf('postcode', postcode) : undefined,
    phone: phones[0] ? storedForm({ phone: phones[0] }).keys.phone : undefined,
    email: email ? keyOf('email', email) : undefined,
    once: previous_surnames[0] ? keyOf('once', nameKey(previous_surnames[0])) : undefined,
  }
}

/** A name as it is kept for searching: folded, without spaces. '' for none. */
export const nameKey = (name: string): string => fold(name).replaceAll(' ', '')

const HIGH = 0x1fffff
const whole = (high: number, low: number) => high * 2 ** 32 + (low >>> 0)

function keyOf(kind: string, text: string): number {
  const hash = hashText(`${kind}:${text}`)
  return whole(mix(hash, text.length) & HIGH, hash)
}

/**
 * Keys as one team keeps them. The same fact gives another number in each team, so that an index of the number alone leads to
 * nothing that another team holds, and need not carry the team.
 */
export function withinTeam<K extends string>(
  keys: Partial<Record<K, number>>,
  team_id: string,
): Partial<Record<K, number>> {
  const low = hashText(team_id)
  const high = mix(low, 1) & HIGH
  const own: Partial<Record<K, number>> = {}
  for (const column in keys) {
    const key = keys[column]
    if (key !== undefined) own[column] = whole(Math.floor(key / 2 ** 32) ^ high, (key | 0) ^ low)
  }
  return own
}
