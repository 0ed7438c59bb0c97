import { sql } from 'kysely'
import type { SupportSlots, TimelineRow } from '#support'
import type { Ctx } from '#platform/act.ts'
import { html } from '#platform/design-system/index.ts'
import { FOUR } from './self-assessments/change.ts'
import { STAGES, type Stage } from './self-assessments/form.ts'
import { SATISFACTION, type Satisfaction } from './surveys/form.ts'

/** Self-assessments and surveys as entries of the case's one timeline. */
export async function outcomesTimeline(
  ctx: Ctx,
  case_id: string,
  { until, limit }: { until?: string | undefined; limit: number },
): Promise<readonly TimelineRow[]> {
  const { rows } = await sql<{ row: TimelineRow }>`
    select to_jsonb(e) as row from (
      select 'self-assessment' as kind, s.self_assessment_id as record_id, s.assessed_on as happened_on, null as happened_at,
        least(s.recorded_at, (s.assessed_on + 1)::timestamptz - interval '1 minute') as sort_at, m.name as by_name, null as about_name,
        to_jsonb(s) - 'held_by' as detail
      from outcomes.self_assessment s left join access.member m on m.area_id = s.area_id and m.member_id = s.recorded_by
      where s.case_id = ${case_id}
      union all
      select 'survey', s.survey_id, coalesce(s.returned_on, s.sent_on), null, (coalesce(s.returned_on, s.sent_on) + 1)::timestamptz - interval '1 minute',
        m.name, null, to_jsonb(s) - 'held_by'
      from outcomes.survey s left join access.member m on m.area_id = s.area_id and m.member_id = coalesce(s.answers_recorded_by, s.recorded_by)
      where s.case_id = ${case_id}) e
    ${until ? sql`where e.sort_at <= ${until}::timestamptz` : sql``} order by e.sort_at desc, e.record_id limit ${sql.lit(limit)}`.execute(
    ctx.db,
  )
  return rows.map(({ row }) => row)
}

export const outcomesTimelineWords: SupportSlots['timelineWords'] = {
  'self-assessment': (detail) => ({
    title: `${STAGES[detail.stage as Stage]} self-assessment`,
    body: html`<ul class="govuk-list">${FOUR.map(({ column, words }) =>
      detail[column] ? html`<li>${words}: ${Number(detail[column])} of ${Number(detail.scale)}</li>` : null,
    )}</ul>`,
  }),
  survey: (detail) => ({
    title: detail.returned_on ? 'Satisfaction survey answered' : 'Satisfaction survey sent',
    body: html`${detail.satisfaction ? html`<p class="govuk-body">${SATISFACTION[detail.satisfaction as Satisfaction]}</p>` : null}`,
  }),
}
