import {
  type PersonRecord,
  STORED_KEYS,
  storedForm,
  type StoredKey,
  type StoredKeys,
} from '../matching/index.ts'
import { fold } from '../matching/text/fold.ts'
import { hashText, mix } from '../matching/text/hash.ts'
import { remembered } from '../matching/text/remembered.ts'

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

/** Columns of people.person_key of one person: `part` 0, and a further row for the contacts and earlier names that one does not hold. */
export type KeyRow = StoredKeys & { part: number; packed?: Buffer }
export const KEY_COLUMNS = STORED_KEYS

/** The rows that a person is found by within one team: whole numbers below 2^53 that differ from team to team. */
export function personKeys(facts: KeyFacts, held_by: string): KeyRow[] {
  const { phones, emails, previous_surnames } = facts
  const { keys, packed } = storedForm(asRecord(facts))
  const rows: KeyRow[] = [{ ...withinTeam(keys, held_by), part: 0, packed }]
  const parts = Math.max(phones.length / 2, emails.length, previous_surnames.length)
  for (let part = 1; part < parts; part++) {
    const [phone, other_phone] = phones.slice(2 * part)
    const more = { phone, other_phone, email: emails[part], previous_surname: previous_surnames[part] }
    rows.push({ ...withinTeam(storedForm(more).keys, held_by), part })
  }
  return rows
}

/** A name as it is kept for searching: folded, without spaces. '' for none. */
export const nameKey = (name: string): string => fold(name).replaceAll(' ', '')

/** What a search by name compares with. Somebody who gave no name is found by what they are called instead. */
export const foldedNames = (person: {
  forename?: string | undefined
  surname?: string | undefined
  pseudonym?: string | null | undefined
}): { surname_key: string; forename_key: string } => ({
  surname_key: nameKey(person.surname || (person.forename ? '' : (person.pseudonym ?? ''))),
  forename_key: nameKey(person.forename ?? ''),
})

const halvesOf = remembered((team_id: string) => {
  const low = hashText(team_id)
  return { low, high: mix(low, 1) & 0x1fffff }
})

/**
 * Keys as one team keeps them. The same fact gives another number in each team, so that an index of the number alone leads to
 * nothing that another team holds, and need not carry the team.
 */
export function withinTeam(keys: StoredKeys, team_id: string): StoredKeys {
  const { low, high } = halvesOf(team_id)
  const own: StoredKeys = {}
  for (const column in keys) {
    const key = keys[column as StoredKey]
    if (key !== undefined)
      own[column as StoredKey] = (Math.floor(key / 2 ** 32) ^ high) * 2 ** 32 + (((key | 0) ^ low) >>> 0)
  }
  return own
}
