import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import type { StopReason } from '../safe-contact/words.ts'

/**
 * Stops a number or email from being used until somebody reviews it (domain 4.3: a third party answered; 13: permanent-failure).
 * `note` is added to its notes. Throws NotFound. Stopping again keeps the newer reason.
 */
export async function stopChannel(
  ctx: Ctx,
  contact_method_id: string,
  because: StopReason,
  note?: string | null,
): Promise<{ person_id: string }> {
  const method = found(
    await ctx.db
      .selectFrom('people.contact_method')
      .select(['person_id', 'notes'])
      .where('contact_method_id', '=', contact_method_id)
      .executeTakeFirst(),
    'This way of contact',
  )
  await ctx.db
    .updateTable('people.contact_method')
    .set({
      stopped_on: ctx.today,
      stopped_because: because,
      ...(note ? { notes: [method.notes, note].filter(Boolean).join('. ') } : {}),
    })
    .where('contact_method_id', '=', contact_method_id)
    .execute()
  return { person_id: method.person_id }
}
