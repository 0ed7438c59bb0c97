import { CLOSE_REASONS, CONTACT_CHANNELS, NEEDS, SUPPORT_TYPES, wordsFor } from '#reference'
import { html, lines, type Html, type TimelineEntry } from '#platform/design-system/index.ts'
import { plural } from '#platform/words/plurals.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { RESULTS } from '../contact-attempts/form.ts'
import { CASE_TIERS, RISKS } from '../words.ts'
import type { SupportSlots } from '../slots.ts'
import type { TimelineRow } from './list-timeline.ts'

type Detail = Record<string, string | number | null | Record<string, [number | null, number | null]>>
type Said = { title: string; body?: Html | null }

/** An entry of the timeline as it reads: what happened as the title, what was written under it. `more` are the words of higher modules. */
export function timelineEntry(row: TimelineRow, more: SupportSlots['timelineWords'] = {}): TimelineEntry {
  const say = SAY[row.kind] ?? more[row.kind]
  const { title, body } = say ? say(row.detail, row) : { title: row.kind }
  const by = text((row.detail as Detail).worker) || row.by_name
  return {
    title,
    at: row.happened_at ?? row.happened_on,
    ...(by ? { by } : {}),
    ...(body ? { body } : {}),
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const written = (value: unknown): Html | null => (text(value) ? lines(text(value)) : null)

const SAY: Record<string, (detail: Detail, row: TimelineRow) => Said> = {
  opened: (d) => ({
    title: 'Case opened',
    body: html`<p class="govuk-body">${wordsFor(CASE_TIERS, text(d.tier))}</p>`,
  }),
  allocated: (d, row) => ({
    title: row.about_name ? `Allocated to ${row.about_name}` : 'Back to waiting for allocation',
    body: html`${written(d.because)}${d.knows_person === 'no' ? html`<p class="govuk-body">Does not know the person</p>` : d.knows_person === 'yes' ? html`<p class="govuk-body">Knows the person: the case is closed to them</p>` : null}`,
  }),
  'contact-attempt': (d) => ({
    title: `${wordsFor(CONTACT_CHANNELS, text(d.channel))}: ${wordsFor(RESULTS, text(d.result))
      .toLowerCase()
      .replace(/^i spoke/, 'spoke')}`,
    body: html`${d.minutes ? html`<p class="govuk-body">${plural(Number(d.minutes), 'minute')}</p>` : null}${written(d.note)}`,
  }),
  'route-review': (d) => ({ title: 'Way of contact checked', body: written(d.finding) }),
  needs: (d) => ({
    title: `Needs ${d.stage === 'start' ? 'at the start' : d.stage === 'close' ? 'at the close' : 'reviewed'}`,
    body: html`<ul class="govuk-list">${Object.entries(
      (d.scores ?? {}) as Record<string, [number | null, number | null]>,
    ).map(
      ([need, [worker, person]]) =>
        html`<li>${wordsFor(NEEDS, need)}: ${scoreInWords(worker)}${person === null ? '' : `, their own ${person}`}</li>`,
    )}</ul>`,
  }),
  action: (d) => ({
    title: `${wordsFor(SUPPORT_TYPES, text(d.type))}${Number(d.quantity) > 1 ? `, ${Number(d.quantity)}` : ''}`,
    body: html`${d.minutes ? html`<p class="govuk-body">${plural(Number(d.minutes), 'minute')}</p>` : null}${written(d.outcome)}`,
  }),
  note: (d) => ({ title: 'Note', body: written(d.body) }),
  task: (d) => ({
    title: d.ended_as === 'done' ? 'Task done' : 'Task no longer needed',
    body: written(d.what),
  }),
  risk: (d) => ({
    title: `Risk judged ${wordsFor(RISKS, text(d.risk)).toLowerCase()}`,
    body: written(d.because),
  }),
  closed: (d) => ({
    title: 'Case closed',
    body: html`<p class="govuk-body">${wordsFor(CLOSE_REASONS, text(d.reason))}</p>${written(d.note)}`,
  }),
  returned: (d) => ({
    title: 'Came back',
    body: html`<p class="govuk-body">The case closed on ${dayInWords(text(d.closed_on))} is open again.</p>`,
  }),
  'hand-over': (d, row) => ({
    title: `Hand-over to ${row.about_name ?? 'another team'} ${d.answer ? text(d.answer) : 'offered'}`,
    body: html`${written(d.because)}${written(d.answer_note)}`,
  }),
}

const scoreInWords = (score: number | null) =>
  score === null ? 'not scored' : score === 0 ? 'not a need now' : `${score} of 5`
