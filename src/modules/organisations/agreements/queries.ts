import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import type { GROUNDS, TOLD_AT_CLOSE } from './form.ts'

export type Agreement = {
  agreement_id: string
  given_by: string
  giver: string
  received_by: string | null
  receiver: string
  reference: string
  purpose: string
  items: string
  ground: keyof typeof GROUNDS
  told_at_close: keyof typeof TOLD_AT_CLOSE
  in_force_from: string
  review_on: string
  ended_on: string | null
  recorded_at: Date
  recorded_by_name: string
}

export type AgreementState = 'not-yet' | 'in-force' | 'review-due' | 'ended'

/** What an agreement is on a day: one that is due for review still holds. */
export const stateOn = (
  agreement: Pick<Agreement, 'in_force_from' | 'review_on' | 'ended_on'>,
  day: string,
): AgreementState => {
  if (agreement.ended_on !== null && agreement.ended_on < day) return 'ended'
  if (agreement.in_force_from > day) return 'not-yet'
  return agreement.review_on <= day ? 'review-due' : 'in-force'
}

const agreements = (ctx: Ctx) =>
  ctx.db
    .selectFrom('organisations.agreement as a')
    .innerJoin('access.organisation as o', (join) =>
      join.onRef('o.area_id', '=', 'a.area_id').onRef('o.organisation_id', '=', 'a.given_by'),
    )
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 'a.area_id').onRef('m.member_id', '=', 'a.recorded_by'),
    )
    .select([
      'a.agreement_id',
      'a.given_by',
      'o.name as giver',
      'a.received_by',
      'a.receiver',
      'a.reference',
      'a.purpose',
      'a.items',
    ])
    .select([
      'a.ground',
      'a.told_at_close',
      'a.in_force_from',
      'a.review_on',
      'a.ended_on',
      'a.recorded_at',
      'm.name as recorded_by_name',
    ])
    .orderBy('o.name')
    .orderBy('a.reference')

/** The area's register of agreements; of one organisation, those in which it gives or receives. */
export async function listAgreements(ctx: Ctx, organisation_id?: string): Promise<Agreement[]> {
  if (!organisation_id) return agreements(ctx).execute()
  return agreements(ctx)
    .where((is) => is.or([is('a.given_by', '=', organisation_id), is('a.received_by', '=', organisation_id)]))
    .execute()
}

/** One agreement of the area. Throws NotFound. */
export async function getAgreement(ctx: Ctx, agreement_id: string): Promise<Agreement> {
  return found(await agreements(ctx).where('a.agreement_id', '=', agreement_id).executeTakeFirst())
}

/** How many things have been given under each agreement of the area, by id: a count, so that no team's records are in sight. */
export async function countShares(ctx: Ctx): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.asFigures((db) =>
    db
      .selectFrom('organisations.share')
      .select(['agreement_id', sql<number>`sum(things)`.as('shares')])
      .groupBy('agreement_id')
      .execute(),
  )
  return new Map(rows.map((row) => [row.agreement_id, row.shares]))
}
