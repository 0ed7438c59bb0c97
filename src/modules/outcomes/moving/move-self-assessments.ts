import type { Ctx } from '#platform/act.ts'
import { landRows, type Landed, type Numbered } from '#platform/database/land-rows.ts'

/** A self-assessment as another system kept it: scores from 1 to `scale`, null where the person did not answer. */
export type MovedSelfAssessment = Numbered & {
  self_assessment_id: string
  case_id: string
  case_reference: string
  assessed_on: string
  stage: string
  scale: number
  health_wellbeing: number | null
  cope: number | null
  safety: number | null
  informed: number | null
}

/** Loads self-assessments into their cases, on the scale they were made on. Every row is answered for. */
export const moveSelfAssessments = (ctx: Ctx, rows: readonly MovedSelfAssessment[]): Promise<Landed> =>
  landRows(ctx, INSERT, rows)

const INSERT = `
  with moved as materialized (
    select * from json_to_recordset($1::json) as m (row int, self_assessment_id uuid, case_id uuid, case_reference text, assessed_on date, stage text,
      scale int, health_wellbeing int, cope int, safety int, informed int)
  ), ready as materialized (
    select m.*, c.held_by from moved m join support.case c on c.area_id = access.area_id() and c.case_id = m.case_id
  ), new_assessment as (
    insert into outcomes.self_assessment (self_assessment_id, case_id, held_by, assessed_on, stage, scale, health_wellbeing, cope, safety, informed)
    select self_assessment_id, case_id, held_by, assessed_on, stage, scale, health_wellbeing, cope, safety, informed from ready
    on conflict do nothing returning self_assessment_id
  )
  select m.row, n.self_assessment_id is not null as loaded, ready.self_assessment_id is not null as there, 'There is no case ' || m.case_reference as reason
  from moved m left join new_assessment n using (self_assessment_id) left join ready using (self_assessment_id)`
