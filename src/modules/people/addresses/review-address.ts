import type { Ctx } from '#platform/act.ts'
import { NotFound } from '#platform/errors.ts'
import type { AddressUse } from './form.ts'

/** What was said about using the address that is recorded now, of those this actor may see; undefined where there is none. */
export async function addressUse(ctx: Ctx, person_id: string): Promise<AddressUse | undefined> {
  return ctx.db
    .selectFrom('people.address')
    .select(['suspect_lives_here', 'safe', 'message_ok'])
    .where('person_id', '=', person_id)
    .where('until', 'is', null)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst()
}

/** Records what the person says now about using their address; where it is stays as it is. Throws NotFound when none is in sight. */
export async function reviewAddress(ctx: Ctx, person_id: string, use: AddressUse): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('people.address')
    .set(use)
    .where('person_id', '=', person_id)
    .where('until', 'is', null)
    .executeTakeFirst()
  if (!numUpdatedRows) throw new NotFound('This address')
}
