import type { KeyFacts } from '../keys/person-keys.ts'
import type { ContactKind, Safe } from '../safe-contact/words.ts'

/** A way of contact as it comes in. What is not said is not known: `safe` and `message_ok` are 'unknown' unless told. */
export type ContactToRecord = {
  kind: ContactKind
  value: string
  safe?: Safe | undefined
  message_ok?: Safe | undefined
  withhold_caller_id?: boolean | undefined
  hours?: string | null | undefined
  shared_with?: string | null | undefined
  notes?: string | null | undefined
  checked_on?: string | null | undefined
  review_on?: string | null | undefined
}

export type AddressToRecord = {
  line?: string | undefined
  town?: string | undefined
  postcode?: string | undefined
  safe?: Safe | undefined
  message_ok?: Safe | undefined
  suspect_lives_here?: boolean | undefined
}

/** A person as they come in. `held_by` is a team of the actor. District and outcode follow from the postcode unless told. */
export type PersonToRecord = {
  person_id?: string | undefined
  held_by: string
  source_reference?: string | null | undefined
  forename?: string | undefined
  surname?: string | undefined
  previous_surname?: string | undefined
  pseudonym?: string | null | undefined
  date_of_birth?: string | null | undefined
  sex?: 'F' | 'M' | 'X' | null | undefined
  /** A code of ours, or of the police, which is kept as ours. */
  ethnicity?: string | null | undefined
  language?: string | null | undefined
  communication_needs?: string | null | undefined
  district?: string | null | undefined
  outcode?: string | null | undefined
  sensitive?: boolean | undefined
  sensitive_because?: string | null | undefined
  contact_methods?: readonly ContactToRecord[] | undefined
  address?: AddressToRecord | null | undefined
}

/** What a person who comes in will be found by. */
export const factsOf = (person: PersonToRecord): KeyFacts => ({
  forename: person.forename ?? '',
  surname: person.surname ?? '',
  previous_surnames: person.previous_surname ? [person.previous_surname] : [],
  date_of_birth: person.date_of_birth ?? null,
  sex: person.sex ?? null,
  phones: (person.contact_methods ?? []).filter((m) => m.kind !== 'email').map((m) => m.value),
  emails: (person.contact_methods ?? []).filter((m) => m.kind === 'email').map((m) => m.value),
  address: person.address
    ? {
        line: person.address.line ?? '',
        town: person.address.town ?? '',
        postcode: person.address.postcode ?? '',
      }
    : null,
  source_reference: person.source_reference ?? null,
})
