import { dataTable, figure, figures, html, link, page } from '#platform/design-system/index.ts'
import { plural } from '#platform/words/plurals.ts'
import { dayInWords } from '#platform/words/dates.ts'
import type { Caseload } from './list-caseload.ts'

/** Who carries what, and how long people wait and stay: medians, each with how many cases it is of. */
export const caseloadPage = ({ workers, unallocated, wait, length, from }: Caseload) =>
  page(
    { title: 'Caseload', width: 'full' },
    html`
    ${figures([
      figure({
        label: 'Waiting for allocation',
        value: unallocated > 500 ? 'More than 500' : unallocated,
        note: unallocated ? link('See them', '/cases?worker=nobody') : 'Nobody waits',
      }),
      figure({
        label: 'Median wait',
        value: wait.median,
        unit: 'working days',
        note: `From referral to the first assessment of needs, ${plural(wait.n, 'case')} opened since ${dayInWords(from)}`,
      }),
      figure({
        label: 'Median length',
        value: length.median,
        unit: 'days',
        note: `From first to last action, ${plural(length.n, 'case')} closed since ${dayInWords(from)}`,
      }),
    ])}
    ${dataTable({
      caption: 'Open cases by worker',
      columns: [
        { heading: 'Worker', cell: (row) => row.name },
        { heading: 'Open', cell: (row) => row.open, numeric: true, sort: (row) => row.open },
        {
          heading: 'Longer-term',
          cell: (row) => row.longer_term,
          numeric: true,
          sort: (row) => row.longer_term,
        },
        { heading: 'High risk', cell: (row) => row.high_risk, numeric: true, sort: (row) => row.high_risk },
        {
          heading: 'With something overdue',
          cell: (row) => row.overdue,
          numeric: true,
          sort: (row) => row.overdue,
        },
      ],
      rows: workers,
      empty: 'No case is allocated to anybody yet.',
      narrow: 'scroll',
    })}`,
  )
