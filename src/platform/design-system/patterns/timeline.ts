import { html, isFilled } from '../html.ts'
import type { Content, Html } from '../html.ts'
import { mojTimeline } from '../moj/timeline.ts'
import { emptyState } from './empty-state.ts'

export type TimelineEntry = Readonly<{
  title: Content
  /** A moment (a Date, or ISO text with its offset), or a day 'YYYY-MM-DD'. */
  at: Date | string
  by?: Content
  body?: Content
  href?: string
}>

const A_DAY = /^\d{4}-\d\d-\d\d$/

/** What happened, in the order given, with who did it. Times are by the clock of England and Wales. */
export function timeline(
  entries: readonly TimelineEntry[],
  options: Readonly<{ headingLevel?: 2 | 3 | 4; empty?: string }> = {},
): Html {
  if (entries.length === 0) return emptyState({ text: options.empty ?? 'Nothing has been recorded yet.' })
  return mojTimeline({
    headingLevel: options.headingLevel,
    items: entries.map(({ title, at, by, body, href }) => ({
      label: { html: href ? html`<a class="govuk-link" href="${href}">${title}</a>` : html`${title}` },
      byline: isFilled(by) ? { html: html`${by}` } : undefined,
      html: html`${body}`,
      datetime:
        typeof at === 'string' && A_DAY.test(at)
          ? { timestamp: at, type: 'date' }
          : { timestamp: typeof at === 'string' ? at : at.toISOString(), type: 'datetime' },
    })),
  })
}
