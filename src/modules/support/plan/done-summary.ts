import { SUPPORT_TYPES } from '#reference'
import { dataTable, html, link, type Html } from '#platform/design-system/index.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import type { CaseRecord } from '../cases/case-record.ts'

/** What was done so far, by type, as the service's figures count it. */
export const doneSummary = ({
  case_id,
  done,
  closure,
}: Pick<CaseRecord, 'case_id' | 'done' | 'closure'>): Html =>
  html`<h2 class="govuk-heading-m">Done so far</h2>
  ${dataTable({
    caption: 'Actions by type',
    captionHidden: true,
    columns: [
      { heading: 'Support', cell: (one) => SUPPORT_TYPES[one.type] ?? one.type },
      { heading: 'Times, or items', cell: (one) => one.count, numeric: true },
      { heading: 'Last on', cell: (one) => shortDayInWords(one.last_on) },
    ],
    rows: done,
    empty: html`No support has been recorded${closure ? '.' : html` yet. ${link('Record an action', `/cases/${case_id}/actions/record`)}`}`,
  })}`
