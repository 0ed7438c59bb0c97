import {
  button,
  dataTable,
  html,
  keysetPagination,
  page,
  select,
  statusTag,
  type Html,
} from '#platform/design-system/index.ts'
import { caseLink } from '../cases/case-link.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { RISKS } from '../words.ts'
import { dueTag } from '../cases/due.ts'
import { CASES_PAGE, type CaseFilter, type ListedCase } from './list-cases.ts'

/** The cases of my teams, newest first, with what is next in each. */
export const casesPage = (
  rows: readonly ListedCase[],
  filter: CaseFilter,
  teams: readonly { team_id: string; name: string }[],
  today: string,
) => {
  const shown = rows.slice(0, CASES_PAGE)
  const last = shown.at(-1)
  return page(
    { title: 'Cases', width: 'full' },
    html`${filters(filter, teams)}
    ${dataTable({
      caption: 'Cases, newest first',
      captionHidden: true,
      columns: [
        { heading: 'Case', cell: (row) => caseLink(row) },
        { heading: 'Person', cell: (row) => html`${row.person_name} ${riskTag(row.risk)}` },
        { heading: 'Worker', cell: (row) => row.allocated_to_name ?? 'Nobody yet' },
        { heading: 'Support', cell: (row) => (row.tier === 'brief' ? 'Brief' : 'Longer') },
        {
          heading: 'Opened',
          cell: (row) => html`<span class="app-whole">${shortDayInWords(row.opened_on)}</span>`,
        },
        { heading: 'Next', cell: (row) => nextCell(row, today) },
      ],
      rows: shown,
      empty: 'No case matches. Change what is shown, or open one from an accepted referral.',
    })}
    ${keysetPagination({
      ...(rows.length > CASES_PAGE && last
        ? { next: addressOf(filter, `${last.opened_on}_${last.case_id}`), nextText: 'Older cases' }
        : {}),
      ...(filter.after ? { previous: addressOf(filter), previousText: 'Newest cases' } : {}),
      label: 'Pages of cases',
    })}`,
  )
}

const riskTag = (risk: ListedCase['risk']): Html | null =>
  risk && risk !== 'standard'
    ? statusTag(`${RISKS[risk]} risk`, risk === 'high' ? 'urgent' : 'attention')
    : null

const nextCell = (row: ListedCase, today: string): Html | string =>
  row.closed_on
    ? html`${statusTag('Closed', 'closed')} ${shortDayInWords(row.closed_on)}`
    : row.due_on
      ? html`${row.next} ${dueTag(row.due_on, today)}`
      : 'Nothing planned'

function addressOf({ team, worker, state, tier }: CaseFilter, after?: string): string {
  const query = new URLSearchParams(
    Object.entries({ team, worker, state, tier, after }).filter((pair): pair is [string, string] =>
      Boolean(pair[1]),
    ),
  )
  return `/cases?${query.toString()}`
}

const filters = (filter: CaseFilter, teams: readonly { team_id: string; name: string }[]): Html =>
  html`<form method="get" action="/cases" class="app-filters">
  ${choose('worker', 'Worker', filter.worker, { me: 'Me', nobody: 'Nobody yet' })}
  ${choose('state', 'State', filter.state, { open: 'Open', closed: 'Closed', all: 'Open and closed' }, false)}
  ${choose('tier', 'Support', filter.tier, { brief: 'Brief', 'longer-term': 'Longer-term' })}
  ${teams.length > 1 ? choose('team', 'Team', filter.team, Object.fromEntries(teams.map((one) => [one.team_id, one.name]))) : null}
  ${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`

const choose = (
  name: string,
  label: string,
  value: string | undefined,
  choices: Record<string, string>,
  any = true,
): Html =>
  select({
    id: name,
    name,
    label: { text: label },
    value: value ?? '',
    items: [
      ...(any ? [{ value: '', text: 'Any' }] : []),
      ...Object.entries(choices).map(([code, text]) => ({ value: code, text })),
    ],
  })
