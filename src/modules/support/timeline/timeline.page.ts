import { html, keysetPagination, page, timeline, type Html } from '#platform/design-system/index.ts'
import type { SupportSlots } from '../slots.ts'
import { timelineEntry } from './entry.ts'
import type { TimelineRow } from './list-timeline.ts'
import { placeInAddress, type TimelinePlace } from './whole-timeline.ts'

/** Everything done in the case, newest first. */
export const timelinePage = (
  case_id: string,
  { rows, older }: { rows: readonly TimelineRow[]; older: TimelinePlace | undefined },
  paged: boolean,
  aside: Html,
  words: SupportSlots['timelineWords'],
) =>
  page(
    { title: 'Timeline', aside },
    html`${timeline(rows.map((row) => timelineEntry(row, words)))}
    ${keysetPagination({
      ...(older
        ? { next: `/cases/${case_id}/timeline?before=${placeInAddress(older)}`, nextText: 'Older' }
        : {}),
      ...(paged ? { previous: `/cases/${case_id}/timeline`, previousText: 'Newest' } : {}),
      label: 'Timeline pages',
    })}`,
  )
