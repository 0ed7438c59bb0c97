import {
  button,
  dataTable,
  html,
  type Html,
  keysetPagination,
  link,
  page,
  select,
  statusTag,
} from '#platform/design-system/index.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { plural } from '#platform/words/plurals.ts'
import { type Stage, STAGES } from '../stages.ts'
import { type CommunityPoint, type DistrictCount, type PointFilter, POINTS_PAGE } from './queries.ts'
import { renewalOf } from './renewal.ts'

const TONES = { engaged: 'new', applied: 'waiting', registered: 'good', lapsed: 'closed' } as const
export const stageTag = (stage: Stage): Html => statusTag(STAGES[stage], TONES[stage])

/** Every Community Point by district and stage, and the list of those that were asked for. */
export const pointsPage = (
  rows: readonly CommunityPoint[],
  counts: readonly DistrictCount[],
  filter: PointFilter,
  today: string,
) => {
  const shown = rows.slice(0, POINTS_PAGE)
  const sum = (column: Stage | 'sites') => counts.reduce((total, row) => total + row[column], 0)
  return page(
    { title: 'Community Points', width: 'full' },
    html`<p class="govuk-body-l">${plural(sum('registered'), 'organisation is', 'organisations are')} registered, with ${plural(sum('sites'), 'site')}. ${plural(sum('engaged') + sum('applied'), 'more is', 'more are')} on the way.</p>
    <p class="govuk-body">${link('Add an organisation', '/community-points/add')}</p>
    ${dataTable({
      caption: 'By district',
      columns: [
        {
          heading: 'District',
          cell: (row) => link(row.district, `/community-points?district=${encodeURIComponent(row.district)}`),
        },
        ...(['engaged', 'applied', 'registered', 'lapsed'] as const).map((stage) => ({
          heading: STAGES[stage],
          cell: (row: DistrictCount) => row[stage],
          numeric: true,
        })),
        { heading: 'Registered sites', cell: (row) => row.sites, numeric: true },
      ],
      rows:
        counts.length > 0
          ? [
              ...counts,
              {
                district: 'All',
                engaged: sum('engaged'),
                applied: sum('applied'),
                registered: sum('registered'),
                lapsed: sum('lapsed'),
                sites: sum('sites'),
              },
            ]
          : [],
      empty: 'No Community Point is recorded yet.',
    })}
    ${filters(filter, counts)}
    ${dataTable({
      caption: 'Organisations',
      columns: [
        {
          heading: 'Organisation',
          cell: (row) => link(row.name, `/community-points/${row.community_point_id}`),
        },
        { heading: 'District', cell: (row) => row.district },
        {
          heading: 'Stage',
          cell: (row) =>
            html`${stageTag(row.stage)} ${row.reached_on ? `since ${shortDayInWords(row.reached_on)}` : null}`,
        },
        { heading: 'Sites', cell: (row) => row.sites, numeric: true },
        { heading: 'Renewal', cell: (row) => renewalCell(row, today) },
      ],
      rows: shown,
      empty: 'No Community Point matches. Change what is shown.',
    })}
    ${keysetPagination({
      ...(rows.length > POINTS_PAGE
        ? { next: addressOf(filter, shown.at(-1)!.community_point_id), nextText: 'More' }
        : {}),
      ...(filter.after ? { previous: addressOf(filter), previousText: 'From the start' } : {}),
      label: 'Pages of Community Points',
    })}`,
  )
}

/** What is to be renewed, in words. */
export function renewalCell({ stage, reached_on }: CommunityPoint, today: string): Html | string {
  const { state, by } = renewalOf(stage, reached_on, today)
  if (state === 'not-registered') return 'Not registered'
  if (state === 'no-date') return 'The day of registration is not recorded'
  if (state === 'overdue') return html`${statusTag('Overdue', 'urgent')} since ${shortDayInWords(by!)}`
  return state === 'due'
    ? html`${statusTag('Due', 'attention')} by ${shortDayInWords(by!)}`
    : `By ${shortDayInWords(by!)}`
}

function addressOf({ stage, district, renewal }: PointFilter, after?: string): string {
  const asked = { stage, district, renewal: renewal ? 'due' : undefined, after }
  const said = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return `/community-points?${new URLSearchParams(said).toString()}`
}

const filters = (filter: PointFilter, counts: readonly DistrictCount[]): Html =>
  html`<form method="get" action="/community-points" class="app-filters">
  ${choose('district', 'District', filter.district ?? '', Object.fromEntries(counts.map(({ district }) => [district, district])))}
  ${choose('stage', 'Stage', filter.stage ?? '', STAGES)}
  ${choose('renewal', 'Renewal', filter.renewal ? 'due' : '', { due: 'Due or overdue' })}
  ${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`

const choose = (name: string, label: string, value: string, choices: Record<string, string>): Html =>
  select({
    id: name,
    name,
    label: { text: label },
    value,
    items: [
      { value: '', text: 'Any' },
      ...Object.entries(choices).map(([code, text]) => ({ value: code, text })),
    ],
  })
