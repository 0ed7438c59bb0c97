import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { foldedNames } from '../keys/person-keys.ts'
import { keepingKeys } from '../keys/write-keys.ts'
import type { PersonEdit } from './form.ts'
import { getPerson } from '../person/queries.ts'

/** Changes what is recorded of a person. A name that was changed, not corrected, is kept as a previous one. Throws NotFound. */
export async function editPerson(ctx: Ctx, person_id: string, edit: PersonEdit): Promise<void> {
  const { keep_previous, ...details } = edit
  const before = await getPerson(ctx, person_id)
  const forename = details.forename ?? ''
  const surname = details.surname ?? ''
  if (!forename && !surname && !details.pseudonym)
    refuse('surname', 'Enter a forename or a surname, or what to call them if they gave none')
  const renamed = forename !== before.forename || surname !== before.surname
  if (renamed && !keep_previous && (before.forename || before.surname))
    refuse('keep_previous', 'Select whether they changed their name or it was written wrongly')
  await keepingKeys(ctx, person_id, async () => {
    if (renamed && keep_previous === 'keep')
      await ctx.db
        .insertInto('people.previous_name')
        .values({ person_id, held_by: before.held_by, forename: before.forename, surname: before.surname })
        .execute()
    await ctx.db
      .updateTable('people.person')
      .set({
        ...details,
        forename,
        surname,
        ...foldedNames({ forename, surname, pseudonym: details.pseudonym }),
      })
      .where('person_id', '=', person_id)
      .execute()
  })
}
