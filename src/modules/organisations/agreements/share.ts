import type { Ctx } from '#platform/act.ts'
import { Invalid } from '#platform/errors.ts'
import { listAgreements, stateOn, type Agreement } from './queries.ts'

/** The agreements under which the actor's organisation may give to another today, by the receiver's organisation id or name. */
export async function agreementsInForce(
  ctx: Ctx,
  receiver: { organisation_id: string } | { name: string },
): Promise<Agreement[]> {
  const all = await listAgreements(ctx, ctx.actor.organisation_id)
  return all.filter(
    (one) =>
      one.given_by === ctx.actor.organisation_id &&
      ['in-force', 'review-due'].includes(stateOn(one, ctx.today)) &&
      ('name' in receiver
        ? one.receiver.toLowerCase() === receiver.name.toLowerCase()
        : one.received_by === receiver.organisation_id),
  )
}

/**
 * Writes down that something of a record was given to another under an agreement. Whoever gives calls it in the same transaction as the
 * giving itself. Throws Invalid when the agreement is not one of the actor's organisation, or not in force today.
 */
export async function recordShare(
  ctx: Ctx,
  share: { agreement_id: string; held_by: string; record_id: string },
): Promise<string> {
  const agreement = (await listAgreements(ctx, ctx.actor.organisation_id)).find(
    (one) => one.agreement_id === share.agreement_id && one.given_by === ctx.actor.organisation_id,
  )
  if (!agreement) throw new Invalid({ agreement_id: 'Select an agreement of your own organisation' })
  const state = stateOn(agreement, ctx.today)
  if (state === 'ended' || state === 'not-yet')
    throw new Invalid({
      agreement_id: `“${agreement.reference}” ${state === 'ended' ? 'has ended' : 'is not in force yet'}: nothing can be given under it`,
    })
  const { share_id } = await ctx.db
    .insertInto('organisations.share')
    .values({ ...share, shared_on: ctx.today })
    .returning('share_id')
    .executeTakeFirstOrThrow()
  return share_id
}

/** What was given of a record, and under which agreement, the latest first: as far as the actor's teams hold it. */
export async function listShares(ctx: Ctx, record_id: string) {
  return ctx.db
    .selectFrom('organisations.share as s')
    .innerJoin('organisations.agreement as a', (join) =>
      join.onRef('a.area_id', '=', 's.area_id').onRef('a.agreement_id', '=', 's.agreement_id'),
    )
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 's.area_id').onRef('m.member_id', '=', 's.shared_by'),
    )
    .select([
      's.share_id',
      's.shared_on',
      's.shared_at',
      'a.agreement_id',
      'a.reference',
      'a.receiver',
      'a.items',
      'm.name',
    ])
    .where('s.record_id', '=', record_id)
    .orderBy('s.shared_at', 'desc')
    .execute()
}
