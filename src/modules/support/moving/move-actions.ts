import type { Ctx } from '#platform/act.ts'
import { landRows, type Landed, type Numbered } from '#platform/database/land-rows.ts'

/** Something done for a person, as another system kept it. */
export type MovedAction = Numbered & {
  action_id: string
  /** That system's number for the action; null when it gave none. */
  source_reference: string | null
  case_id: string
  case_reference: string
  acted_on: string
  type: string
  quantity: number
  minutes: number | null
  worker: string | null
}

/** Loads actions into their cases, whichever team holds each by now. Every row is answered for. */
export const moveActions = (ctx: Ctx, rows: readonly MovedAction[]): Promise<Landed> =>
  landRows(ctx, INSERT, rows)

const INSERT = `
  with moved as materialized (
    select * from json_to_recordset($1::json) as m (row int, action_id uuid, source_reference text, case_id uuid, case_reference text, acted_on date,
      type text, quantity int, minutes int, worker text)
  ), ready as materialized (
    select m.*, c.held_by from moved m join support.case c on c.area_id = access.area_id() and c.case_id = m.case_id
  ), new_action as (
    insert into support.action (action_id, case_id, held_by, acted_on, type, quantity, minutes, worker, source_reference)
    select action_id, case_id, held_by, acted_on, type, quantity, minutes, worker, source_reference from ready on conflict do nothing returning action_id
  )
  select m.row, n.action_id is not null as loaded, ready.action_id is not null and other.action_id is null as there,
    case when other.action_id is not null then 'Another action has the number ' || m.source_reference
      else 'There is no case ' || m.case_reference end as reason
  from moved m left join new_action n using (action_id) left join ready using (action_id)
  left join support.action other on other.area_id = access.area_id() and other.held_by = ready.held_by and other.source_reference = m.source_reference
    and other.action_id <> m.action_id`
