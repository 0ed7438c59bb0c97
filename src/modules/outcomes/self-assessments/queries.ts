import type { Ctx } from '#platform/act.ts'
import type { Day } from '#reference'
import type { Scores } from './change.ts'
import type { Stage } from './form.ts'

export type SelfAssessment = Scores & {
  self_assessment_id: string
  stage: Stage
  assessed_on: Day
  recorded_at: Date
  by_name: string | null
}

/** A case's self-assessments, the oldest first. */
export const listSelfAssessments = (ctx: Ctx, case_id: string): Promise<SelfAssessment[]> =>
  ctx.db
    .selectFrom('outcomes.self_assessment as s')
    .leftJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 's.area_id').onRef('m.member_id', '=', 's.recorded_by'),
    )
    .select([
      's.self_assessment_id',
      's.stage',
      's.assessed_on',
      's.scale',
      's.health_wellbeing',
      's.cope',
      's.safety',
      's.informed',
      's.recorded_at',
      'm.name as by_name',
    ])
    .where('s.case_id', '=', case_id)
    .orderBy('s.assessed_on')
    .orderBy('s.recorded_at')
    .execute()

/** The first, and the one to compare it with: the last, or until there is one the latest review. */
export function firstAndLatest(all: readonly SelfAssessment[]): {
  first: SelfAssessment | undefined
  latest: SelfAssessment | undefined
} {
  const first = all.find((one) => one.stage === 'first')
  const latest = all.findLast((one) => one.stage === 'last') ?? all.findLast((one) => one.stage === 'review')
  return { first, latest }
}
