import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { DB } from '#platform/database/tables.ts'
import { found } from '#platform/errors.ts'
import { readContact } from '../safe-contact/read-contact.ts'
import { answer } from '../safe-contact/safe-contact.ts'
import type { SafeContact } from '../safe-contact/words.ts'
import { ageOn } from './age.ts'

/** A person's record: names, date of birth and what the team must know. No number and no address: those are past the one door. */
export type Person = Omit<Selectable<DB['people.person']>, 'surname_key' | 'forename_key' | 'area_id'>

/** The person's record, or NotFound when it is not there or not there for this actor. */
export async function getPerson(ctx: Ctx, person_id: string): Promise<Person> {
  return found(
    await ctx.db
      .selectFrom('people.person')
      .select([
        'person_id',
        'held_by',
        'source_reference',
        'forename',
        'surname',
        'pseudonym',
        'date_of_birth',
        'sex',
        'ethnicity',
        'language',
        'communication_needs',
        'code_word',
        'district',
        'outcode',
        'sensitive',
        'sensitive_because',
        'address_protected',
        'recorded_at',
        'recorded_by',
      ])
      .where('person_id', '=', person_id)
      .executeTakeFirst(),
    'This person',
  )
}

/** What stands at the top of every page about a person. */
export type PersonHead = {
  person_id: string
  held_by: string
  /** The pseudonym when there is one, else forename and surname. */
  name: string
  pseudonym: string | null
  date_of_birth: string | null
  age: number | undefined
  sensitive: boolean
  language: string | null
  communication_needs: string | null
  safe_contact: SafeContact
}

/** The head of a person, in one round trip. `sensitive` is the case's flag, when there is a case. Throws NotFound. */
export async function personHead(
  ctx: Ctx,
  person_id: string,
  { sensitive }: { sensitive?: boolean | undefined } = {},
): Promise<PersonHead> {
  const { methods, addresses, ...person } = await readContact(ctx, person_id)
  const contact = answer(person, methods, addresses, sensitive ?? false, ctx.today)
  return {
    person_id,
    held_by: person.held_by,
    name: shownName(person),
    pseudonym: person.pseudonym,
    date_of_birth: person.date_of_birth,
    age: ageOn(person.date_of_birth, ctx.today),
    sensitive: contact.sensitive,
    language: person.language,
    communication_needs: person.communication_needs,
    safe_contact: contact,
  }
}

/** What a person is called on a page: the pseudonym, or forename and surname, or that no name is recorded. */
export const shownName = (person: { forename: string; surname: string; pseudonym?: string | null }): string =>
  person.pseudonym || fullName(person)

export const fullName = ({ forename, surname }: { forename: string; surname: string }): string =>
  `${forename} ${surname}`.trim() || 'No name recorded'

/** What each of these people is called, by person_id; those not there for this actor are left out. */
export async function namesOf(ctx: Ctx, person_ids: readonly string[]): Promise<Map<string, string>> {
  if (person_ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('people.person')
    .select(['person_id', 'forename', 'surname', 'pseudonym'])
    .where('person_id', 'in', [...new Set(person_ids)])
    .execute()
  return new Map(rows.map((row) => [row.person_id, shownName(row)]))
}

/** Names the person had before, newest first. */
export const previousNames = (
  ctx: Ctx,
  person_id: string,
): Promise<{ forename: string; surname: string }[]> =>
  ctx.db
    .selectFrom('people.previous_name')
    .select(['forename', 'surname'])
    .where('person_id', '=', person_id)
    .orderBy('recorded_at', 'desc')
    .execute()
