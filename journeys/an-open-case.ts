import { addContactMethod, recordPerson } from '#people'
import { openCase } from '#support'
import type { Stage } from './browser.ts'

/** A longer-term case of Ada Brightwell, whose mobile is safe to use, taken by this caseworker. */
export const anOpenCase = (caseworker: Awaited<ReturnType<Stage['as']>>) =>
  caseworker.act(async (ctx) => {
    const { team_id } = await ctx.db
      .selectFrom('access.team')
      .select('team_id')
      .where('name', '=', 'Casework team')
      .executeTakeFirstOrThrow()
    const person_id = await recordPerson(ctx, { forename: 'Ada', surname: 'Brightwell' })
    await addContactMethod(ctx, person_id, {
      kind: 'mobile',
      value: '07700 900123',
      safe: 'yes',
      message_ok: 'yes',
    })
    return {
      case_id: await openCase(ctx, { person_id, held_by: team_id, tier: 'longer-term', take_it: true }),
      person_id,
    }
  })
