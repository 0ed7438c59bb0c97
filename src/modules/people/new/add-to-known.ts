import type { Ctx } from '#platform/act.ts'
import { recordAddress } from '../addresses/record-address.ts'
import type { ContactToRecord, PersonToRecord } from '../bulk/person-to-record.ts'
import { addContactMethod } from '../contact-methods/add-contact-method.ts'
import { foldedNames } from '../keys/person-keys.ts'
import { keepingKeys } from '../keys/write-keys.ts'
import { getPerson } from '../person/queries.ts'
import type { Safe } from '../safe-contact/words.ts'

/**
 * Adds what was typed as a new person to the record that they have already: ways of contact that it does not know, and what it leaves empty.
 * What was told as unsafe counts at once (domain 4.3); nothing that is known is made less careful, and nothing is written over. Throws NotFound.
 */
export async function addToKnown(
  ctx: Ctx,
  person_id: string,
  typed: Omit<PersonToRecord, 'held_by'>,
  suspect_lives_here: boolean,
): Promise<void> {
  for (const method of typed.contact_methods ?? []) await addOrTighten(ctx, person_id, method)
  await fillEmpty(ctx, person_id, typed)
  await addAddress(ctx, person_id, typed.address, suspect_lives_here)
}

async function addOrTighten(ctx: Ctx, person_id: string, method: ContactToRecord) {
  const known = await ctx.db
    .selectFrom('people.contact_method')
    .select(['contact_method_id', 'safe', 'message_ok'])
    .where('person_id', '=', person_id)
    .where('value', '=', method.value)
    .executeTakeFirst()
  if (!known) return addContactMethod(ctx, person_id, method)
  const safe = moreCareful(known.safe, method.safe)
  const message_ok = moreCareful(known.message_ok, method.message_ok)
  if (safe !== known.safe || message_ok !== known.message_ok)
    await ctx.db
      .updateTable('people.contact_method')
      .set({ safe, message_ok, checked_on: ctx.today })
      .where('contact_method_id', '=', known.contact_method_id)
      .execute()
}

/** What somebody says now answers what nobody had asked; a no stays a no until it is reviewed on the person's record. */
const moreCareful = (known: Safe, told: Safe | undefined): Safe =>
  known === 'no' || !told || told === 'unknown' ? known : known === 'unknown' || told === 'no' ? told : known

async function fillEmpty(ctx: Ctx, person_id: string, typed: Omit<PersonToRecord, 'held_by'>) {
  const { forename, surname, sensitive, ...before } = await getPerson(ctx, person_id)
  const pseudonym = before.pseudonym ?? typed.pseudonym ?? null
  const filled = {
    pseudonym,
    date_of_birth: before.date_of_birth ?? typed.date_of_birth ?? null,
    language: before.language ?? typed.language ?? null,
    sensitive: sensitive || (typed.sensitive ?? false),
    ...foldedNames({ forename, surname, pseudonym }),
  }
  await keepingKeys(ctx, person_id, () =>
    ctx.db.updateTable('people.person').set(filled).where('person_id', '=', person_id).execute(),
  )
}

async function addAddress(
  ctx: Ctx,
  person_id: string,
  typed: PersonToRecord['address'],
  suspect_lives_here: boolean,
) {
  const { address_protected } = await getPerson(ctx, person_id)
  const current = () =>
    ctx.db
      .selectFrom('people.address')
      .select('address_id')
      .where('person_id', '=', person_id)
      .where('until', 'is', null)
      .executeTakeFirst()
  if (typed && !address_protected && !(await current()))
    await recordAddress(ctx, person_id, {
      line: typed.line ?? null,
      town: typed.town ?? null,
      postcode: typed.postcode ?? null,
      suspect_lives_here,
      safe: 'unknown',
      message_ok: 'unknown',
      keep_secret: false,
      team_id: null,
    })
  if (suspect_lives_here)
    await ctx.db
      .updateTable('people.address')
      .set({ suspect_lives_here })
      .where('person_id', '=', person_id)
      .where('until', 'is', null)
      .execute()
}
