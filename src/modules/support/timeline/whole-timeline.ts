import type { Ctx } from '#platform/act.ts'
import type { SupportSlots } from '../slots.ts'
import { listTimeline, type TimelineRow } from './list-timeline.ts'

/**
 * The newest `limit` entries of a case's one timeline, those of higher modules among them. `known` are support's own, when they have
 * been read already.
 */
export async function listTimelineOf(
  ctx: Ctx,
  case_id: string,
  { timelines = [] }: SupportSlots,
  { before, limit, known }: { before?: string | undefined; limit: number; known?: readonly TimelineRow[] },
): Promise<TimelineRow[]> {
  const rows = [...(known ?? (await listTimeline(ctx, case_id, before)))]
  for (const more of timelines) rows.push(...(await more(ctx, case_id, { before, limit })))
  return rows.toSorted((a, b) => Date.parse(b.sort_at) - Date.parse(a.sort_at)).slice(0, limit)
}
