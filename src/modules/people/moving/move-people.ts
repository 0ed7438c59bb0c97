import { readPostcode } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { nameBasedId } from '#platform/database/name-based-id.ts'

/** A person as another system knew them. */
export type MovedPerson = {
  person_id: string
  /** The other system's number for this person; null when it had none. */
  person_reference: string | null
  forename: string | null
  surname: string | null
  date_of_birth: string | null
  sex: string | null
  ethnicity: string | null
  language: string | null
  district: string | null
  postcode: string | null
  address: string | null
  town: string | null
  mobile: string | null
  phone: string | null
  email: string | null
  sensitive: boolean
}

/**
 * Loads people with their ways of contact and addresses; who is there already is left as they are, and a number, mail address or
 * postcode not yet known of them is added. The other system's word that a route is safe is not taken: each starts as not known.
 * Returns how many people were new.
 */
export async function movePeople(ctx: Ctx, held_by: string, people: readonly MovedPerson[]): Promise<number> {
  const { rows } = await ctx.connection.query<{ people: number }>(INSERT, [
    JSON.stringify(people.map((person) => ({ ...person, outcode: outcodeOf(person) }))),
    JSON.stringify(people.flatMap(contactsOf)),
    JSON.stringify(people.flatMap(addressesOf)),
    held_by,
  ])
  return rows[0]!.people
}

const INSERT = `
  with moved as materialized (
    select distinct on (person_id) * from json_to_recordset($1::json) as m (person_id uuid, person_reference text, forename text, surname text,
      date_of_birth date, sex text, ethnicity text, language text, district text, outcode text, sensitive boolean)
  ), new_person as (
    insert into people.person (person_id, held_by, source_reference, forename, surname, date_of_birth, sex, ethnicity, language, district, outcode, sensitive)
    select person_id, $4::uuid, person_reference, coalesce(forename, ''), coalesce(surname, ''), date_of_birth, sex, ethnicity, language, district, outcode, sensitive
    from moved on conflict do nothing returning 1
  ), contact as (
    insert into people.contact_method (contact_method_id, person_id, held_by, kind, value)
    select distinct on (contact_method_id) contact_method_id, person_id, $4::uuid, kind, value
    from json_to_recordset($2::json) as c (contact_method_id uuid, person_id uuid, kind text, value text) on conflict do nothing
  ), address as (
    insert into people.address (address_id, person_id, held_by, line, town, postcode)
    select distinct on (address_id) address_id, person_id, $4::uuid, line, town, postcode
    from json_to_recordset($3::json) as a (address_id uuid, person_id uuid, line text, town text, postcode text) on conflict do nothing
  )
  select count(*)::int as people from new_person`

const outcodeOf = ({ postcode }: MovedPerson) => (postcode && readPostcode(postcode)?.outcode) || null

const contactsOf = ({ person_id, mobile, phone, email }: MovedPerson) =>
  (['mobile', 'phone', 'email'] as const).flatMap((kind) => {
    const value = { mobile, phone, email }[kind]
    return value
      ? [{ contact_method_id: nameBasedId(person_id, 'contact', kind, value), person_id, kind, value }]
      : []
  })

function addressesOf({ person_id, address, town, postcode }: MovedPerson) {
  if (!address && !postcode) return []
  const written = (postcode && readPostcode(postcode)?.postcode) || postcode || ''
  const address_id = nameBasedId(person_id, 'address', address ?? '', written)
  return [{ address_id, person_id, line: address ?? '', town: town ?? '', postcode: written }]
}
