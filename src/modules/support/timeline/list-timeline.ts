import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#reference'
import type { Ctx } from '#platform/act.ts'

/** Something that was done in a case. `sort_at` orders it and is the place from which an older page goes on. */
export type TimelineRow = {
  kind: string
  record_id: string
  happened_on: Day
  /** The moment, where a time was recorded. */
  happened_at: string | null
  sort_at: string
  by_name: string | null
  /** The other member or team that the entry names. */
  about_name: string | null
  detail: Record<string, never>
}

export const TIMELINE_PAGE = 40

/** The newest entries of one case, as rows of TimelineRow; `before` goes on from an older place. */
export const rowsOfTimeline = (case_id: RawBuilder<unknown>, limit: number, before?: string) => sql`
  select e.kind, e.record_id, e.happened_on, e.happened_at, e.sort_at, bm.name as by_name, coalesce(am.name, ot.name) as about_name, e.detail
  from support.timeline e
  left join access.member bm on bm.area_id = e.area_id and bm.member_id = e.recorded_by
  left join access.member am on am.area_id = e.area_id and am.member_id = (e.detail ->> 'allocated_to')::uuid
  left join access.team ot on ot.area_id = e.area_id and ot.team_id = (e.detail ->> 'offered_to')::uuid
  where e.area_id = access.area_id() and e.case_id = ${case_id} ${before ? sql`and e.sort_at < ${before}::timestamptz` : sql``}
  order by e.sort_at desc, e.kind = 'opened', e.record_id limit ${sql.lit(limit)}`

/** One page of a case's timeline, newest first: at most TIMELINE_PAGE and one more, which says that there are older ones. */
export async function listTimeline(ctx: Ctx, case_id: string, before?: string): Promise<TimelineRow[]> {
  const page = rowsOfTimeline(sql`${case_id}`, TIMELINE_PAGE + 1, before)
  const { rows } = await sql<{ row: TimelineRow }>`select to_jsonb(p) as row from (${page}) p`.execute(ctx.db)
  return rows.map(({ row }) => row)
}
