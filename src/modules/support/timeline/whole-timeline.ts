import type { Ctx } from '#platform/act.ts'
import type { SupportSlots } from '../slots.ts'
import { listTimeline, type Stretch, TIMELINE_PAGE, type TimelineRow } from './list-timeline.ts'

/**
 * Where an older page goes on: the moment of the last entry shown, and how many of that very moment were shown. Entries recorded later for one
 * day, or moved from an old system, share a moment; none of them may fall between two pages.
 */
export type TimelinePlace = { until: string; shown: number }

const PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d:\d\d)~(\d{1,4})$/

/** The place as it stands in an address, and read from it; undefined for anything else. */
export const placeInAddress = ({ until, shown }: TimelinePlace): string =>
  encodeURIComponent(`${until}~${shown}`)
export function placeOf(asked: string): TimelinePlace | undefined {
  const [, until = '', shown] = PLACE.exec(asked) ?? []
  return Number.isNaN(Date.parse(until)) ? undefined : { until, shown: Number(shown) }
}

/** One page of a case's one timeline from a place on, those of higher modules among them, and the place of the next older page if there is one. */
export async function listTimelineOf(
  ctx: Ctx,
  case_id: string,
  slots: SupportSlots,
  from?: TimelinePlace,
): Promise<{ rows: TimelineRow[]; older: TimelinePlace | undefined }> {
  const skipped = from?.shown ?? 0
  const stretch = { until: from?.until, limit: skipped + TIMELINE_PAGE + 1 }
  const [own, added] = await Promise.all([
    listTimeline(ctx, case_id, stretch),
    addedTimeline(ctx, case_id, slots, stretch),
  ])
  const all = newest([...own, ...added], stretch.limit).slice(skipped)
  const rows = all.slice(0, TIMELINE_PAGE)
  const last = rows.at(-1)
  if (!last || all.length <= TIMELINE_PAGE) return { rows, older: undefined }
  const of_its_moment = rows.filter((row) => row.sort_at === last.sort_at).length
  const shown = of_its_moment + (from?.until === last.sort_at ? skipped : 0)
  return { rows, older: { until: last.sort_at, shown } }
}

/** The entries that higher modules add, in no order. */
export const addedTimeline = async (
  ctx: Ctx,
  case_id: string,
  { timelines = [] }: SupportSlots,
  stretch: Stretch,
): Promise<TimelineRow[]> => (await Promise.all(timelines.map((more) => more(ctx, case_id, stretch)))).flat()

/** The newest `limit` of them, always in one order: that of the database, in which a case is opened before all else of its moment. */
export const newest = (rows: readonly TimelineRow[], limit: number): TimelineRow[] =>
  rows.toSorted(newestFirst).slice(0, limit)

const newestFirst = (a: TimelineRow, b: TimelineRow) =>
  Date.parse(b.sort_at) - Date.parse(a.sort_at) ||
  inOrder(b.sort_at, a.sort_at) ||
  Number(a.kind === 'opened') - Number(b.kind === 'opened') ||
  inOrder(a.record_id, b.record_id)
// The moment to the millionth of a second, which a Date does not hold.
const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
