import type { Ctx } from '#platform/act.ts'
import type { SupportSlots } from '../slots.ts'
import { listTimeline, type TimelineRow } from './list-timeline.ts'

type Stretch = { before?: string | undefined; limit: number }

/** The newest `limit` entries of a case's one timeline, those of higher modules among them, in one round trip. */
export async function listTimelineOf(
  ctx: Ctx,
  case_id: string,
  slots: SupportSlots,
  { before, limit }: Stretch,
): Promise<TimelineRow[]> {
  const [own, added] = await Promise.all([
    listTimeline(ctx, case_id, before),
    addedTimeline(ctx, case_id, slots, { before, limit }),
  ])
  return newest([...own, ...added], limit)
}

/** The entries that higher modules add, in no order. */
export const addedTimeline = async (
  ctx: Ctx,
  case_id: string,
  { timelines = [] }: SupportSlots,
  stretch: Stretch,
): Promise<TimelineRow[]> => (await Promise.all(timelines.map((more) => more(ctx, case_id, stretch)))).flat()

export const newest = (rows: readonly TimelineRow[], limit: number): TimelineRow[] =>
  rows.toSorted((a, b) => Date.parse(b.sort_at) - Date.parse(a.sort_at)).slice(0, limit)
