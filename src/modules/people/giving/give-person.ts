import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import type { PersonToRecord } from '../bulk/person-to-record.ts'
import { recordPerson } from '../person/record-person.ts'

/** A person as one holder gives them to another: each keeps a record of their own (decision 3). */
export type GivenPerson = Omit<PersonToRecord, 'person_id' | 'held_by' | 'source_reference'>
export type PersonToGive = { person: GivenPerson; code_word: string | null; address_protected: boolean }

/**
 * Who the person is and how it is safe to reach them, for another holder, as the view `people.person_to_give` says it: a protected address
 * is not among it, but that there is one. Until this act ends nothing of it is changed, so that every later change finds what the act
 * wrote of it. `held_by` is who holds the record. Throws NotFound.
 */
export async function personToGive(ctx: Ctx, person_id: string): Promise<PersonToGive & { held_by: string }> {
  await sql`select people.hold_still(${person_id})`.execute(ctx.db)
  const { rows } = await sql<PersonToGive & { held_by: string }>`
    select person, code_word, address_protected, held_by from people.person_to_give
    where area_id = access.area_id() and person_id = ${person_id}`.execute(ctx.db)
  return found(rows[0], 'This person')
}

/** Records a person who was given, as the actor's organisation's own. Gives the new id. */
export async function recordGivenPerson(
  ctx: Ctx,
  { person, code_word, address_protected }: PersonToGive,
): Promise<string> {
  const person_id = await recordPerson(ctx, person)
  if (code_word || address_protected)
    await ctx.db
      .updateTable('people.person')
      .set({ code_word, address_protected })
      .where('person_id', '=', person_id)
      .execute()
  return person_id
}
