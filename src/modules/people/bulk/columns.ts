import { sql } from 'kysely'

/** What is recorded of a person in bulk, of a way of contact and of an address: each column and its type. */
export const PERSON = {
  person_id: 'uuid',
  held_by: 'uuid',
  source_reference: 'text',
  forename: 'text',
  surname: 'text',
  surname_key: 'text',
  forename_key: 'text',
  pseudonym: 'text',
  date_of_birth: 'date',
  sex: 'text',
  ethnicity: 'text',
  language: 'text',
  communication_needs: 'text',
  district: 'text',
  outcode: 'text',
  sensitive: 'boolean',
  sensitive_because: 'text',
} as const
export const METHOD = {
  person_id: 'uuid',
  held_by: 'uuid',
  kind: 'text',
  value: 'text',
  safe: 'text',
  message_ok: 'text',
  withhold_caller_id: 'boolean',
  hours: 'text',
  shared_with: 'text',
  notes: 'text',
  checked_on: 'date',
  review_on: 'date',
} as const
export const ADDRESS = {
  person_id: 'uuid',
  held_by: 'uuid',
  line: 'text',
  town: 'text',
  postcode: 'text',
  safe: 'text',
  message_ok: 'text',
  suspect_lives_here: 'boolean',
} as const

/** The columns as a statement names them. */
export const namesOf = (columns: object) => sql.raw(Object.keys(columns).join(', '))
