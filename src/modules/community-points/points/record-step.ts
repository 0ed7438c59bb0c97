import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { NEXT_STAGES, STAGES } from '../stages.ts'
import type { Step } from './form.ts'
import type { CommunityPoint } from './queries.ts'

/** Records that a point reached a stage. Refuses a stage that does not follow from where it is, and a day before it got there. */
export async function recordStep(
  ctx: Ctx,
  point: CommunityPoint,
  { stage, reached_on }: Step,
): Promise<void> {
  if (!NEXT_STAGES[point.stage].includes(stage))
    refuse(
      'stage',
      `It is ${STAGES[point.stage].toLowerCase()}. Select ${NEXT_STAGES[point.stage].map((next) => STAGES[next].toLowerCase()).join(' or ')}`,
    )
  if (point.reached_on && reached_on < point.reached_on)
    refuse(
      'reached_on',
      `The day must not be before ${shortDayInWords(point.reached_on)}, when it was ${STAGES[point.stage].toLowerCase()}`,
    )
  if (point.stage === stage && point.reached_on === reached_on)
    refuse('reached_on', 'This registration is recorded already. Enter the day of the renewal')
  const { community_point_id, held_by } = point
  await ctx.db
    .insertInto('community_points.stage')
    .values({ community_point_id, held_by, stage, reached_on })
    .execute()
}
