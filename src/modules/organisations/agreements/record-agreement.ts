import type { Ctx } from '#platform/act.ts'
import { Invalid, NotFound, refuse } from '#platform/errors.ts'
import type { AgreementTyped } from './form.ts'
import { type Agreement, getAgreement } from './queries.ts'

/** Who writes an organisation's agreements down. */
export const AGREEMENT_KEEPERS = ['data_protection_officer', 'administrator'] as const

/** Records an agreement under which the actor's own organisation gives. Returns its id. Throws Invalid when it cannot be so. */
export async function recordAgreement(ctx: Ctx, typed: AgreementTyped): Promise<string> {
  const given_by = ctx.actor.organisation_id
  if (typed.review_on <= typed.in_force_from)
    refuse('review_on', 'The day of its review must be after the day it comes into force')
  const receiver = typed.receiver.toLowerCase()
  const organisations = await ctx.db
    .selectFrom('access.organisation')
    .select(['organisation_id', 'name'])
    .where('kind', '<>', 'platform')
    .execute()
  const known = organisations.find((one) => one.name.toLowerCase() === receiver)
  if (known?.organisation_id === given_by)
    refuse('receiver', 'An agreement is with somebody else than your own organisation')
  const taken = await ctx.db
    .selectFrom('organisations.agreement')
    .select('agreement_id')
    .where('given_by', '=', given_by)
    .where('reference', '=', typed.reference)
    .executeTakeFirst()
  if (taken) refuse('reference', 'Your organisation has an agreement of this name already')
  const { agreement_id } = await ctx.db
    .insertInto('organisations.agreement')
    .values({
      ...typed,
      given_by,
      received_by: known?.organisation_id ?? null,
      receiver: known?.name ?? typed.receiver,
    })
    .returning('agreement_id')
    .executeTakeFirstOrThrow()
  return agreement_id
}

/** Ends an agreement of the actor's own organisation. After that day nothing can be given under it. */
export async function endAgreement(ctx: Ctx, agreement_id: string, ended_on: string): Promise<void> {
  const agreement = await getOwnAgreement(ctx, agreement_id)
  if (agreement.ended_on) throw new Invalid({ ended_on: 'This agreement has ended already' })
  if (ended_on < agreement.in_force_from)
    refuse('ended_on', 'The last day must not be before the day it came into force')
  await ctx.db
    .updateTable('organisations.agreement')
    .set({ ended_on })
    .where('agreement_id', '=', agreement_id)
    .execute()
}

/** An agreement under which the actor's own organisation gives. Throws NotFound for another's: only the giver ends it. */
export async function getOwnAgreement(ctx: Ctx, agreement_id: string): Promise<Agreement> {
  const agreement = await getAgreement(ctx, agreement_id)
  if (agreement.given_by !== ctx.actor.organisation_id) throw new NotFound()
  return agreement
}
