import { html, keysetPagination, page, timeline, type Html } from '#platform/design-system/index.ts'
import type { SupportSlots } from '../slots.ts'
import { TIMELINE_PAGE, type TimelineRow } from './list-timeline.ts'
import { timelineEntry } from './entry.ts'

/** Everything done in the case, newest first. */
export const timelinePage = (
  case_id: string,
  rows: readonly TimelineRow[],
  paged: boolean,
  aside: Html,
  words: SupportSlots['timelineWords'],
) =>
  page(
    { title: 'Timeline', aside },
    html`${timeline(rows.slice(0, TIMELINE_PAGE).map((row) => timelineEntry(row, words)))}
    ${keysetPagination({
      ...(rows.length > TIMELINE_PAGE
        ? {
            next: `/cases/${case_id}/timeline?before=${encodeURIComponent(rows[TIMELINE_PAGE - 1]!.sort_at)}`,
            nextText: 'Older',
          }
        : {}),
      ...(paged ? { previous: `/cases/${case_id}/timeline`, previousText: 'Newest' } : {}),
      label: 'Timeline pages',
    })}`,
  )
