import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import type { ContactChange } from './form.ts'
import type { ContactKind, KnownMethod } from '../safe-contact/words.ts'

/** How a way of contact may be used, without its value: that is never typed again, but added anew. */
export type ContactUse = Omit<KnownMethod, 'value'> & {
  /** The last digits, or how the email begins: enough to tell two apart, not enough to use. */
  hint: string
}

/** Every way of contact of a person, in the order recorded. */
export async function contactUses(ctx: Ctx, person_id: string): Promise<ContactUse[]> {
  const rows = await ctx.db
    .selectFrom('people.contact_method')
    .selectAll()
    .where('person_id', '=', person_id)
    .orderBy('recorded_at')
    .orderBy('contact_method_id')
    .execute()
  return rows.map(({ value, ...row }) => ({ ...row, hint: hintOf(row.kind, value) }))
}

/** One of this person's, or NotFound. */
export async function contactUse(
  ctx: Ctx,
  person_id: string,
  contact_method_id: string,
): Promise<ContactUse> {
  return found(
    (await contactUses(ctx, person_id)).find((use) => use.contact_method_id === contact_method_id),
    'This way of contact',
  )
}

const hintOf = (kind: ContactKind, value: string) =>
  kind === 'email'
    ? `beginning “${value.slice(0, Math.min(2, value.indexOf('@')))}”`
    : `ending ${value.replace(/\D/g, '').slice(-3)}`

/** Records what the person says now about using it: that is a review, dated today when they were asked anything. Throws NotFound. */
export async function changeContactMethod(
  ctx: Ctx,
  person_id: string,
  contact_method_id: string,
  change: ContactChange,
): Promise<void> {
  const { use_again, withhold_caller_id, ...use } = change
  await contactUse(ctx, person_id, contact_method_id)
  await ctx.db
    .updateTable('people.contact_method')
    .set({
      ...use,
      withhold_caller_id: withhold_caller_id ?? false,
      ...(use.safe === 'unknown' && use.message_ok === 'unknown' ? {} : { checked_on: ctx.today }),
      ...(use_again ? { stopped_on: null, stopped_because: null } : {}),
    })
    .where('contact_method_id', '=', contact_method_id)
    .execute()
}

/** Sets or ends the person's code word. Throws NotFound. */
export async function changeCodeWord(ctx: Ctx, person_id: string, code_word: string | null): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('people.person')
    .set({ code_word })
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  found(numUpdatedRows || undefined, 'This person')
}
