import { button, dataTable, html, link, page, statusTag } from '#platform/design-system/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { periodInWords } from '#platform/words/periods.ts'
import type { Paper } from './queries.ts'

/** Every paper, the next meeting first. */
export const papersPage = (papers: readonly (Paper & { signed_at: Date | null })[], mayStart: boolean) =>
  page(
    { title: 'Papers', width: 'full' },
    html`
    ${mayStart ? html`${button({ text: 'Start a paper', href: '/papers/start' })} <p class="govuk-body">${link('Templates of papers', '/paper-templates')}</p>` : ''}
    <p class="govuk-body">${link('Check a paper from a file', '/paper-checks/start')}</p>
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
export const statusOf = (paper: Pick<Paper, 'step' | 'published'> & { signed_at: Date | null }) => {
  if (paper.published) return statusTag('Published', 'good')
  if (paper.signed_at) return statusTag('Signed off', 'good')
  if (paper.step === 'sign_off') return statusTag('Waiting for sign-off', 'waiting')
  if (paper.step === 'review') return statusTag('In review', 'waiting')
  return paper.step === 'returned' ? statusTag('Returned', 'attention') : statusTag('Draft', 'new')
}
