/**
 * What is known of a person, as typed. Every field may be missing; nothing needs cleaning first. Dates are
 * `yyyy-mm-dd`, or a part of one (`1971`, `1971-06`); see `readDate` for other spellings.
 */
export interface PersonRecord {
  /** Given names in order, "Mary Jane"; the first is compared as the name, the rest as middle names. */
  forename?: string | undefined
  /** Where a sender keeps them apart; the same as writing them after the forename. */
  middle_names?: string | undefined
  surname?: string | undefined
  /** Maiden and other earlier surnames; one is compared. */
  previous_surname?: string | undefined
  /** For senders with one name column; used where forename and surname are missing. */
  full_name?: string | undefined
  date_of_birth?: string | undefined
  sex?: string | undefined
  postcode?: string | undefined
  /** House number and street in one line, or the street alone with `house_number`. */
  address?: string | undefined
  house_number?: string | undefined
  town?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  other_phone?: string | undefined
  /** A number that the sender gives to one person: a force's nominal, an NHS number. */
  nominal?: string | undefined
  /** Up to four further facts that tell people apart (place of birth, occupation), compared as words. */
  other_1?: string | undefined
  other_2?: string | undefined
  other_3?: string | undefined
  other_4?: string | undefined
}

/** The names of all fields of a record, in the order of the type. */
export const RECORD_FIELDS = [
  'forename',
  'middle_names',
  'surname',
  'previous_surname',
  'full_name',
  'date_of_birth',
  'sex',
  'postcode',
  'address',
  'house_number',
  'town',
  'email',
  'phone',
  'other_phone',
  'nominal',
  'other_1',
  'other_2',
  'other_3',
  'other_4',
] as const satisfies readonly (keyof PersonRecord)[]
