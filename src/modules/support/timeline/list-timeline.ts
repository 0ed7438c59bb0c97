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

/** A part of a timeline: its newest `limit` entries that are not after the moment `until`. */
export type Stretch = { until?: string | undefined; limit: number }

/** The newest entries of one case, as rows of TimelineRow; `until` goes on from an older moment. Names are looked up for those only. */
export const rowsOfTimeline = (case_id: RawBuilder<unknown>, limit: number, until?: string) => sql`
  select e.kind, e.record_id, e.happened_on, e.happened_at, e.sort_at, e.detail,
    (select m.name from access.member m where m.area_id = e.area_id and m.member_id = e.recorded_by) as by_name,
    case when e.kind = 'allocated' then (select m.name from access.member m where m.area_id = e.area_id and m.member_id = (e.detail ->> 'allocated_to')::uuid)
      when e.kind = 'hand-over' then (select t.name from access.team t where t.area_id = e.area_id and t.team_id = (e.detail ->> 'offered_to')::uuid) end as about_name
  from (select t.* from support.timeline t
    where t.area_id = access.area_id() and t.case_id = ${case_id} ${until ? sql`and t.sort_at <= ${until}::timestamptz` : sql``}
    order by t.sort_at desc, t.kind = 'opened', t.record_id limit ${sql.lit(limit)}) e
  order by e.sort_at desc, e.kind = 'opened', e.record_id`

/** The newest entries that support itself has of a case: at most `limit`, none after `until`. */
export async function listTimeline(
  ctx: Ctx,
  case_id: string,
  { until, limit }: Stretch,
): Promise<TimelineRow[]> {
  const page = rowsOfTimeline(sql`${case_id}`, limit, until)
  const { rows } = await sql<{ row: TimelineRow }>`select to_jsonb(p) as row from (${page}) p`.execute(ctx.db)
  return rows.map(({ row }) => row)
}
