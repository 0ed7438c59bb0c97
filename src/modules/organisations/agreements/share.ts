import { sql } from 'kysely'
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

/**
 * Writes down that a team gave `things` of a record to another team, under the newest agreement between their organisations that is in
 * force today, in the same transaction as the giving itself. Gives its id, or null when there is none: the caller decides what is given
 * without one (an answer to what the other sent), and what is not.
 */
export async function recordShareBetween(
  ctx: Ctx,
  share: { held_by: string; given_to: string; record_id: string; things?: number },
): Promise<string | null> {
  const { rows } = await sql<{ agreement_id: string }>`
    insert into organisations.share (held_by, agreement_id, record_id, shared_on, things)
    select g.team_id, a.agreement_id, ${share.record_id}::uuid, ${ctx.today}::date, ${share.things ?? 1}::int
    from access.team g join access.team r on r.area_id = g.area_id and r.team_id = ${share.given_to}
    join organisations.agreement a on a.area_id = g.area_id and a.given_by = g.organisation_id and a.received_by = r.organisation_id
    where g.team_id = ${share.held_by} and ${inForceOn(ctx.today)}
    order by a.in_force_from desc, a.agreement_id limit 1 returning agreement_id`.execute(ctx.db)
  return rows[0]?.agreement_id ?? null
}

/** Agreements called a that hold on a day, as `stateOn` tells: one that is due for review still does. */
export const inForceOn = (day: string) =>
  sql<boolean>`a.in_force_from <= ${day}::date and (a.ended_on is null or a.ended_on >= ${day}::date)`

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
      's.things',
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
