import { type MovedPerson, splitName } from '#people'
import type { MovedValues } from '../profile/fields.ts'
import type { Place } from '../move/step.ts'

/** The person whom a row of people tells of. The other system's word that a number is safe is not taken. */
export function personOf(
  row: Omit<MovedValues<'people'>, 'reference'>,
  person_id: string,
  source_reference: string | null,
  place: Place,
): MovedPerson {
  const named =
    row.full_name && !row.surname && !row.forenames ? splitName(row.full_name, place.name_order) : row
  return {
    person_id,
    held_by: place.receiving_team_id,
    source_reference,
    forename: named.forenames ?? '',
    surname: named.surname ?? '',
    date_of_birth: row.born_on,
    sex: row.sex,
    ethnicity: row.ethnicity,
    language: row.interpreter,
    communication_needs: row.communication_needs,
    district: row.district,
    sensitive: row.sensitive,
    contact_methods: [
      { kind: 'mobile' as const, value: row.mobile },
      { kind: 'phone' as const, value: row.home_phone },
      { kind: 'email' as const, value: row.email },
    ].flatMap(({ kind, value }) => (value ? [{ kind, value }] : [])),
    address:
      row.address || row.postcode
        ? { line: row.address ?? '', town: row.town ?? '', postcode: row.postcode ?? '' }
        : null,
  }
}
