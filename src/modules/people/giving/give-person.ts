import type { Ctx } from '#platform/act.ts'
import type { ContactToRecord, PersonToRecord } from '../bulk/person-to-record.ts'
import { getPerson } from '../person/queries.ts'
import { recordPerson } from '../person/record-person.ts'
import { readContact } from '../safe-contact/read-contact.ts'
import type { KnownAddress, KnownMethod } from '../safe-contact/words.ts'

/** A person as one holder gives them to another: each keeps a record of their own (decision 3). */
export type GivenPerson = Omit<PersonToRecord, 'person_id' | 'held_by' | 'source_reference'>
export type PersonToGive = { person: GivenPerson; code_word: string | null }

/**
 * Who the person is and how it is safe to reach them, for another holder. A protected address is not among it; a way that was stopped as
 * unsafe goes along as unsafe, so that nobody tries it anew, and one that reaches nobody is left out. Throws NotFound.
 */
export async function personToGive(ctx: Ctx, person_id: string): Promise<PersonToGive> {
  const known = await getPerson(ctx, person_id)
  const { methods, addresses, code_word } = await readContact(ctx, person_id)
  const { forename, surname, pseudonym, date_of_birth, sex, ethnicity, language } = known
  const { communication_needs, sensitive, sensitive_because } = known
  return {
    code_word,
    person: {
      forename,
      surname,
      pseudonym,
      date_of_birth,
      sex,
      ethnicity,
      language,
      communication_needs,
      sensitive,
      sensitive_because,
      contact_methods: methods.flatMap((method) => wayToGive(method) ?? []),
      address: addressToGive(addresses.find((one) => !one.protected)),
    },
  }
}

const REACHES_NOBODY: readonly unknown[] = ['wrong-number', 'not-delivered']

function wayToGive(method: KnownMethod): ContactToRecord | undefined {
  if (REACHES_NOBODY.includes(method.stopped_because)) return undefined
  const { kind, value, message_ok, withhold_caller_id, hours, shared_with, notes, checked_on, review_on } =
    method
  const safe = method.stopped_on ? 'no' : method.safe
  return {
    kind,
    value,
    safe,
    message_ok,
    withhold_caller_id,
    hours,
    shared_with,
    notes,
    checked_on,
    review_on,
  }
}

function addressToGive(one: KnownAddress | undefined) {
  if (!one) return undefined
  const { line, town, postcode, safe, message_ok, suspect_lives_here } = one
  return { line, town, postcode, safe, message_ok, suspect_lives_here }
}

/** Records a person who was given, as the actor's organisation's own. Gives the new id. */
export async function recordGivenPerson(ctx: Ctx, { person, code_word }: PersonToGive): Promise<string> {
  const person_id = await recordPerson(ctx, person)
  if (code_word)
    await ctx.db.updateTable('people.person').set({ code_word }).where('person_id', '=', person_id).execute()
  return person_id
}
