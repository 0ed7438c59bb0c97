import { html } from '../html.ts'
import { dataTable } from '../patterns/data-table.ts'
import { emptyState } from '../patterns/empty-state.ts'
import { figure, figures } from '../patterns/figure.ts'
import { identityBar } from '../patterns/identity-bar.ts'
import { keysetPagination } from '../patterns/keyset-pagination.ts'
import { lines } from '../patterns/lines.ts'
import { link } from '../patterns/link.ts'
import { statusTag } from '../patterns/status-tag.ts'
import { subNavigation } from '../patterns/sub-navigation.ts'
import { summary } from '../patterns/summary.ts'
import { timeline } from '../patterns/timeline.ts'
import { postForm } from '../page/post-form.ts'

export const aside = html`${identityBar({
  name: 'Jan Kowalczyk-Featherstonehaugh',
  facts: [
    { label: 'Safe contact', value: 'Text only, after 6pm' },
    { label: 'Risk', value: 'High', tone: 'urgent' },
    { label: 'Next action', value: 'Call by 3 July' },
    { label: 'Worker', value: 'Sam Okoro' },
  ],
  actions: [
    { text: 'Record a contact attempt', href: '/record' },
    { text: 'Close the case', href: '/close' },
  ],
})}${subNavigation(
  [
    { text: 'Overview', href: '/patterns', active: true },
    { text: 'Contact', href: '/contact' },
    { text: 'Needs', href: '/needs' },
    { text: 'Actions', href: '/actions' },
  ],
  'Case',
)}`

const ROWS = [
  { name: 'Ade Bello', received: '2026-07-01', status: 'Overdue', tone: 'urgent', waits: 12 },
  { name: "Siobhán O'Hara", received: '2026-07-03', status: 'New', tone: 'new', waits: 1 },
  { name: 'Li Wei', received: '2026-06-20', status: 'Closed', tone: 'closed', waits: 30 },
] as const

/** Every pattern, as modules use them. */
export const patterns = html`
<h2 class="govuk-heading-m">Figures</h2>
${figures([
  figure({ label: 'Referrals received', value: 16707, definition: { href: '/measures/a' } }),
  figure({
    label: 'Would use the service again',
    value: 98,
    unit: '%',
    of: { value: 650, label: 'people who answered' },
    definition: { href: '/measures/b' },
    note: 'As at 1 July 2026',
  }),
  figure({ label: 'Letters of apology', value: 'Fewer than 5', of: { value: 497, label: 'referrals' } }),
  figure({ label: 'Not yet counted', value: null }),
])}
${dataTable({
  caption: 'Referrals waiting',
  rows: ROWS,
  columns: [
    { heading: 'Person', cell: (row) => link(row.name, '/cases/1'), sort: (row) => row.name },
    { heading: 'Received', cell: (row) => row.received, sort: (row) => row.received },
    { heading: 'Status', cell: (row) => statusTag(row.status, row.tone) },
    { heading: 'Days waiting', cell: (row) => row.waits, numeric: true, sort: (row) => row.waits },
  ],
})}
${keysetPagination({ previous: '?before=1', next: '?after=2', previousText: 'Newer', nextText: 'Older' })}
${dataTable({
  caption: 'Referrals by quarter',
  narrow: 'scroll',
  rows: ROWS,
  columns: ['Source', 'April to June', 'July to September', 'October to December', 'January to March'].map(
    (heading, index) => ({
      heading,
      numeric: index > 0,
      cell: (row: (typeof ROWS)[number]) => (index ? row.waits * 1000 : row.name),
    }),
  ),
})}
${dataTable({ caption: 'Nothing', rows: [], columns: [], empty: 'Nobody is waiting.' })}
${emptyState({ text: 'No contact attempts yet.', action: { text: 'Record one', href: '/record' } })}
<h2 class="govuk-heading-m">Summary</h2>
${summary([
  { key: 'Name', value: 'Ade Bello', change: { href: '/change', what: 'name' } },
  { key: 'Language', value: null, change: { href: '/change', what: 'language' } },
])}
${summary([{ key: 'Status', value: statusTag('On hold', 'waiting') }], { card: { title: 'Referral', actions: [{ text: 'Withdraw', href: '/w' }] } })}
<h2 class="govuk-heading-m">Timeline</h2>
${timeline(
  [
    { title: 'Contact attempt', at: '2026-07-01T09:00:00Z', by: 'Sam Okoro', body: 'No answer.', href: '/a' },
    { title: 'Referral received', at: '2026-06-30', body: lines('From the police.\nNotts') },
  ],
  { headingLevel: 3 },
)}
${postForm({ submit: 'Mark as done', quiet: true, hidden: { task_id: '1' } })}
<p class="govuk-body">${(['neutral', 'new', 'waiting', 'good', 'attention', 'urgent', 'closed'] as const).map((tone) => html`${statusTag(tone, tone)} `)}</p>`
