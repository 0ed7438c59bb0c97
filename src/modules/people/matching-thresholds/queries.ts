import type { Ctx } from '#platform/act.ts'
import { matchingModel } from '../duplicates/matching-model.ts'
import { type ExpectedPairs, expectedPairs } from './estimate-error.ts'

export type ThresholdChange = {
  link_was: number
  review_was: number
  link: number
  review: number
  because: string
  changed_at: Date
  changed_by_name: string
}

/** Who changed the thresholds of the area, the latest first. */
export const listChanges = (ctx: Ctx): Promise<ThresholdChange[]> =>
  ctx.db
    .selectFrom('people.matching_threshold_change as c')
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 'c.area_id').onRef('m.member_id', '=', 'c.changed_by'),
    )
    .select([
      'c.link_was',
      'c.review_was',
      'c.link',
      'c.review',
      'c.because',
      'c.changed_at',
      'm.name as changed_by_name',
    ])
    .orderBy('c.changed_at', 'desc')
    .orderBy('c.matching_threshold_change_id', 'desc')
    .limit(100)
    .execute()

/** Fewer records than this tell nothing of how many strangers a comparison meets. */
const LEAST_RECORDS = 1000

/** More are not counted to look at a page. */
export const MOST_COUNTED = 100_000

/**
 * What the current model expects pairs of one person to look like, among as many records as it was learnt from; where it has learnt from none,
 * as the actor's teams hold: above MOST_COUNTED there are more than are told.
 */
export async function pairsExpected(
  ctx: Ctx,
): Promise<{ pairs: ExpectedPairs; records: number; learnt_from: number }> {
  const model = await matchingModel(ctx)
  const records = model.records || (await countHeld(ctx))
  return {
    pairs: expectedPairs(model, Math.max(records, LEAST_RECORDS)),
    records,
    learnt_from: model.records,
  }
}

async function countHeld(ctx: Ctx): Promise<number> {
  const { records } = await ctx.db
    .selectFrom((from) =>
      from
        .selectFrom('people.person')
        .select('person_id')
        .limit(MOST_COUNTED + 1)
        .as('held'),
    )
    .select((they) => they.fn.countAll<number>().as('records'))
    .executeTakeFirstOrThrow()
  return records
}
