import {
  dataTable,
  details,
  html,
  page,
  type Content,
  type Html,
  type Page,
} from '#platform/design-system/index.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { rolesInWords } from '../roles.ts'
import type { Look } from './queries.ts'
import { fieldChanges, type Change } from './what-changed.ts'

/** Looks as a table: who (name, role, organisation), when, and what they did. */
export const looksTable = (
  looks: readonly Look[],
  options: { caption: string; empty?: string; without_who?: boolean },
): Html =>
  dataTable({
    caption: options.caption,
    rows: looks,
    empty: options.empty ?? 'Nobody has looked yet.',
    columns: [
      { heading: 'When', cell: (look: Look) => momentInWords(look.visited_at) },
      ...(options.without_who ? [] : [{ heading: 'Who', cell: who }]),
      {
        heading: 'What',
        cell: (look: Look) => `${look.action}${look.changed_something ? ' (sent the form)' : ''}`,
      },
    ],
  })

const who = (look: Look): Content =>
  html`${look.name}<br><span class="govuk-hint">${look.job_title || rolesInWords(look.roles)}, ${look.organisation_name}</span>`

const OPERATIONS = { insert: 'Recorded', update: 'Changed', delete: 'Removed' }

/** Changes as a table: when, who, and what was before. */
export const changesTable = (
  changes: readonly Change[],
  now?: Record<string, Record<string, unknown>>,
): Html =>
  dataTable({
    caption: 'What has changed',
    rows: fieldChanges(changes, now),
    empty: 'Nothing has changed.',
    columns: [
      { heading: 'When', cell: ({ change }) => momentInWords(change.changed_at) },
      { heading: 'Who', cell: ({ change }) => change.name ?? 'Waymark' },
      {
        heading: 'What',
        cell: ({ change }) =>
          `${OPERATIONS[change.operation]}: ${(change.table_name.split('.')[1] ?? '').replaceAll('_', ' ')}`,
      },
      {
        heading: 'Fields',
        cell: ({ fields }) =>
          fields.length === 0
            ? ''
            : details({
                summaryText: `${fields.length} ${fields.length === 1 ? 'field' : 'fields'}`,
                html: html`<ul class="govuk-list">${fields.map((one) => html`<li><strong>${one.field.replaceAll('_', ' ')}</strong>: was ${inWords(one.from)}${one.to === undefined ? '' : html`, became ${inWords(one.to)}`}</li>`)}</ul>`,
              }),
      },
    ],
  })

const inWords = (value: unknown): string =>
  value === null || value === '' ? 'empty' : typeof value === 'string' ? value : JSON.stringify(value)

/** Who has looked at a record, and what has changed in it. */
export const whoHasLookedPage = (options: {
  heading: Content
  back: string
  looks: readonly Look[]
  changes: readonly Change[]
  now?: Record<string, Record<string, unknown>>
}): Page =>
  page(
    { title: 'Who has looked at this record', caption: options.heading, back: options.back, width: 'full' },
    html`<p class="govuk-body">Every look is written down before the page is shown, also when it was then refused.</p>
    ${looksTable(options.looks, { caption: 'Who has looked' })}
    ${changesTable(options.changes, options.now)}`,
  )
