import { button, dataTable, html, link, page, statusTag } from '#platform/design-system/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { periodInWords } from '#platform/words/periods.ts'
import type { Paper } from './queries.ts'

/** Every paper, the next meeting first. */
export const papersPage = (papers: readonly (Paper & { signed_at: Date | null })[], mayStart: boolean) =>
  page(
    { title: 'Papers', width: 'full' },
    html`
    ${mayStart ? button({ text: 'Start a paper', href: '/papers/start' }) : ''}
    ${dataTable({
      caption: 'Papers',
      captionHidden: true,
      rows: papers,
      empty: 'There is no paper yet.',
      columns: [
        { heading: 'Paper', cell: (paper) => link(paper.title, `/papers/${paper.paper_id}`) },
        {
          heading: 'Period',
          cell: (paper) => periodInWords({ from: paper.period_from, to: paper.period_to }),
        },
        { heading: 'Meeting', cell: (paper) => dayInWords(paper.meeting_on) },
        { heading: 'Status', cell: (paper) => statusOf(paper) },
      ],
    })}`,
  )

/** Where a paper has got to, in words. */
export const statusOf = (paper: Pick<Paper, 'given_to'> & { signed_at: Date | null }) =>
  paper.signed_at
    ? statusTag('Signed off', 'good')
    : paper.given_to
      ? statusTag('Waiting for sign-off', 'waiting')
      : statusTag('Draft', 'new')
