import { sql } from 'kysely'
import type { Day, Need, SupportType } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import { rowsOfTimeline, type TimelineRow } from '../timeline/list-timeline.ts'
import { type CaseHead, headColumns, headTables, mineToSee } from './get-case.ts'

export type NeedNow = {
  need: Need
  assessed_on: Day
  worker_score: number | null
  person_score: number | null
  first_worker_score: number | null
  first_person_score: number | null
}

/** A case as its page shows it. */
export type CaseRecord = CaseHead & {
  needs: NeedNow[]
  /** Done so far, by type: target hardening in items, the others in instances. */
  done: { type: SupportType; count: number; last_on: Day }[]
  recent: TimelineRow[]
}

/** How many of the latest entries the case's own page shows. */
export const RECENT = 6

/** The whole of a case's page in one round trip to the database. NotFound as getCase. */
export async function caseRecord(ctx: Ctx, case_id: string): Promise<CaseRecord> {
  const { rows } = await sql<CaseRecord>`
    select ${headColumns},
      coalesce((select jsonb_agg(to_jsonb(n) order by n.need) from (${needsNow}) n), '[]') as needs,
      coalesce((select jsonb_agg(to_jsonb(d) order by d.count desc, d.type) from (
        select type, sum(quantity)::int as count, max(acted_on) as last_on from support.action a
        where a.area_id = c.area_id and a.case_id = c.case_id group by type) d), '[]') as done,
      coalesce((select jsonb_agg(to_jsonb(r) order by r.sort_at desc, r.kind = 'opened') from (${rowsOfTimeline(sql`c.case_id`, RECENT)}) r), '[]') as recent
    from ${headTables} where c.case_id = ${case_id} and ${mineToSee(ctx)}`.execute(ctx.db)
  return found(rows[0], 'This case')
}

/** The latest score of each need of case c, beside the first. */
export const needsNow = sql`
  select distinct on (s.need) s.need, s.assessed_on, s.worker_score, s.person_score,
    first_value(s.worker_score) over (partition by s.need order by s.assessed_on, s.recorded_at) as first_worker_score,
    first_value(s.person_score) over (partition by s.need order by s.assessed_on, s.recorded_at) as first_person_score
  from support.need_score s where s.area_id = c.area_id and s.case_id = c.case_id
  order by s.need, s.assessed_on desc, s.recorded_at desc`
