import { type Ctx, newId } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ContactToRecord } from '../bulk/person-to-record.ts'
import { keepingKeys } from '../keys/write-keys.ts'
import { getPerson } from '../person/queries.ts'
import { readContactValue } from './read-value.ts'

/** Adds a way of contact and gives its id. Refuses `value` when it is no number or email address, or is there already. */
export async function addContactMethod(
  ctx: Ctx,
  person_id: string,
  method: ContactToRecord,
): Promise<string> {
  const { held_by } = await getPerson(ctx, person_id)
  const value = readContactValue(method.kind, method.value)
  const contact_method_id = newId()
  await keepingKeys(ctx, person_id, async () => {
    const same = await ctx.db
      .selectFrom('people.contact_method')
      .select('contact_method_id')
      .where('person_id', '=', person_id)
      .where('value', '=', value)
      .executeTakeFirst()
    if (same) refuse('value', 'This is recorded already: change what is recorded instead')
    await ctx.db
      .insertInto('people.contact_method')
      .values({ ...method, value, contact_method_id, person_id, held_by })
      .execute()
  })
  return contact_method_id
}
