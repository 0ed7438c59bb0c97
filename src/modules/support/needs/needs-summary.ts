import { NEEDS } from '#reference'
import { dataTable, html, link, type Html } from '#platform/design-system/index.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import type { CaseRecord, NeedNow } from '../cases/case-record.ts'

/** The needs as last scored, the greatest first, each beside where it started; what scores 0 is told in one line. */
export function needsSummary({
  case_id,
  needs,
  closure,
}: Pick<CaseRecord, 'case_id' | 'needs' | 'closure'>): Html {
  const now = needs.filter((one) => highest(one) > 0).toSorted((a, b) => highest(b) - highest(a))
  const none = needs.filter((one) => highest(one) === 0)
  return html`<h2 class="govuk-heading-m">Needs</h2>
  ${dataTable({
    caption: 'Needs as last scored',
    captionHidden: true,
    columns: [
      { heading: 'Need', cell: (one) => NEEDS[one.need] },
      { heading: 'Their own score', cell: (one) => change(one.first_person_score, one.person_score) },
      { heading: 'Worker’s score', cell: (one) => change(one.first_worker_score, one.worker_score) },
      { heading: 'Asked on', cell: (one) => shortDayInWords(one.assessed_on) },
    ],
    rows: now,
    empty: needs.length
      ? 'None of the categories is a need now.'
      : html`Not asked${closure ? '.' : html` yet. ${link('Record their needs', `/cases/${case_id}/needs/record`)}`}`,
  })}
  ${none.length ? html`<p class="govuk-body">Not a need now: ${none.map((one) => NEEDS[one.need]).join('; ')}.</p>` : null}`
}

const highest = (one: NeedNow) => Math.max(one.person_score ?? 0, one.worker_score ?? 0)

/** 5 to 3: less of a need. Words, so that nobody has to know which way is better. */
function change(first: number | null, last: number | null): string {
  if (last === null) return 'Not scored'
  if (first === null || first === last) return `${last}`
  return `${last}, ${last < first ? 'down' : 'up'} from ${first}`
}
