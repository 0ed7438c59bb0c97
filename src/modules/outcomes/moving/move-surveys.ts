import type { Ctx } from '#platform/act.ts'
import { landRows, type Landed, type Numbered } from '#platform/database/land-rows.ts'

/** A satisfaction survey as another system kept it: sent, and answered if `returned_on` is set. */
export type MovedSurvey = Numbered & {
  survey_id: string
  case_id: string
  case_reference: string
  sent_on: string
  returned_on: string | null
  satisfaction: string | null
  would_use_again: boolean | null
  would_recommend: boolean | null
}

/** Loads surveys, with and without an answer: the response rate needs both. Every row is answered for. */
export const moveSurveys = (ctx: Ctx, rows: readonly MovedSurvey[]): Promise<Landed> =>
  landRows(ctx, INSERT, rows)

const INSERT = `
  with moved as materialized (
    select * from json_to_recordset($1::json) as m (row int, survey_id uuid, case_id uuid, case_reference text, sent_on date, returned_on date,
      satisfaction text, would_use_again boolean, would_recommend boolean)
  ), ready as materialized (
    select m.*, c.held_by from moved m join support.case c on c.area_id = access.area_id() and c.case_id = m.case_id
  ), new_survey as (
    insert into outcomes.survey (survey_id, case_id, held_by, sent_on, returned_on, satisfaction, would_use_again, would_recommend)
    select survey_id, case_id, held_by, sent_on, returned_on, satisfaction, would_use_again, would_recommend from ready on conflict do nothing returning survey_id
  )
  select m.row, n.survey_id is not null as loaded, ready.survey_id is not null as there, 'There is no case ' || m.case_reference as reason
  from moved m left join new_survey n using (survey_id) left join ready using (survey_id)`
