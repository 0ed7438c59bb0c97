import { html, postForm, progress, warningText, type Html } from '#platform/design-system/index.ts'
import type { Frame } from '#platform/design-system/index.ts'
import { plural } from '#platform/words/plurals.ts'
import { howFar, type Reading } from './how-far.ts'

export type Unfinished = Reading & {
  transfer_id: string
  /** Why it cannot be read to its end. */
  stopped_because: string | null
  /** Whether the file waits here, so that it can be read on. */
  kept: boolean
}

/** Quiet for longer, and its reading has ended somewhere: a stopped server's job is taken up again sooner. */
const QUIET = 90

/** How far a file is, or why it does not go on and what to do about it. */
export function readingPart(frame: Frame, one: Unfinished): Html {
  const url = `/transfers/${one.transfer_id}`
  if (one.stopped_because === null && one.quiet_seconds < QUIET)
    return progress(frame, { url, ...howFar(one) })
  const why = one.stopped_because
    ? `The file could not be read to its end: ${one.stopped_because}`
    : `Nothing more of the file has been read for ${plural(Math.round(one.quiet_seconds / 60), 'minute')}.`
  const so_far =
    one.rows_read === 0
      ? 'None of its rows are kept yet.'
      : `${plural(one.rows_read, 'row')} of it ${one.rows_read === 1 ? 'is' : 'are'} kept.`
  return html`
    ${warningText({ text: `${why} ${so_far}`, iconFallbackText: 'Warning' })}
    ${
      one.kept
        ? html`<p class="govuk-body">It can be read on from there: no row is kept twice.</p>${postForm({ action: `${url}/read-on`, submit: 'Read it on' })}`
        : html`<p class="govuk-body">Send the same file again: it goes on after the last row, and no row is kept twice.</p>`
    }`
}
