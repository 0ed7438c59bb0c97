import { wordsFor, RJ_STAGES } from '#reference'
import {
  button,
  dataTable,
  figure,
  figures,
  html,
  type Html,
  keysetPagination,
  link,
  page,
  select,
  statusTag,
} from '#platform/design-system/index.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { CLOSED_WITHOUT, INTERVENTIONS, RJ_OUTCOMES, RJ_SOURCES } from '../codes.ts'
import type { Funnel } from '../outcomes/funnel.ts'
import { type ListedRjReferral, RJ_PAGE, type RjFilter, SHOWN } from './queries.ts'

/** What came of a referral, as a tag: no outcome is said too. */
export function outcomeTag(outcome: string | null): Html {
  if (outcome === null) return statusTag('No outcome recorded', 'attention')
  const tone = Object.hasOwn(INTERVENTIONS, outcome)
    ? 'good'
    : outcome === 'in-preparation'
      ? 'waiting'
      : 'closed'
  return statusTag(wordsFor(RJ_OUTCOMES, outcome), tone)
}

/** The referrals to restorative justice, and the funnel that they are in. */
export const rjPage = (rows: readonly ListedRjReferral[], funnel: Funnel, filter: RjFilter) => {
  const shown = rows.slice(0, RJ_PAGE)
  const last = shown.at(-1)
  return page(
    { title: 'Restorative justice', width: 'full' },
    html`${funnelFigures(funnel)}
    <div class="govuk-button-group">${button({ text: 'Take a new referral', href: '/restorative-justice/add' })}${link('What came of them, line by line', '/restorative-justice/funnel')}</div>
    <form method="get" action="/restorative-justice" class="app-filters">
    ${select({ id: 'shown', name: 'shown', label: { text: 'Which referrals' }, value: filter.shown, items: Object.entries(SHOWN).map(([value, text]) => ({ value, text })) })}
    ${button({ text: 'Show', classes: 'govuk-button--secondary' })}
    </form>
    ${dataTable({
      caption: filter.shown === 'open' ? 'Open: in preparation, or no outcome recorded' : SHOWN[filter.shown],
      columns: [
        {
          heading: 'Referral',
          cell: (row) => link(row.reference, `/restorative-justice/${row.rj_referral_id}`),
        },
        { heading: 'Harmed person', cell: (row) => row.person_name },
        {
          heading: 'Received',
          cell: (row) => html`<span class="app-whole">${shortDayInWords(row.received_on)}</span>`,
        },
        { heading: 'From', cell: (row) => wordsFor(RJ_SOURCES, row.source) },
        {
          heading: 'Last step',
          cell: (row) => (row.stage ? wordsFor(RJ_STAGES, row.stage) : 'None recorded'),
        },
        { heading: 'Outcome', cell: (row) => outcomeTag(row.outcome) },
      ],
      rows: shown,
      empty: 'No referral matches. Change what is shown.',
    })}
    ${keysetPagination({
      ...(rows.length > RJ_PAGE && last
        ? {
            next: `/restorative-justice?shown=${filter.shown}&after=${last.received_on}_${last.rj_referral_id}`,
            nextText: 'Older referrals',
          }
        : {}),
      ...(filter.after
        ? { previous: `/restorative-justice?shown=${filter.shown}`, previousText: 'Newest referrals' }
        : {}),
      label: 'Pages of referrals',
    })}`,
  )
}

const funnelFigures = (funnel: Funnel): Html =>
  figures([
    figure({ label: 'Referrals', value: funnel.referrals }),
    figure({ label: 'Interventions', value: funnel.interventions }),
    figure({ label: 'Closed without one', value: funnel.closed }),
    figure({ label: 'In preparation', value: funnel.in_preparation }),
    figure({ label: 'No outcome recorded', value: funnel.not_recorded }),
  ])

type Line = { what: string; n: number; total?: true }

/** The funnel line by line: its parts are the whole, or it would not be shown. */
export function funnelPage(funnel: Funnel) {
  const of = (list: Readonly<Record<string, string>>): Line[] =>
    Object.entries(list).flatMap(([code, what]) =>
      funnel.by_outcome[code] ? [{ what, n: funnel.by_outcome[code] }] : [],
    )
  const lines: Line[] = [
    ...of(INTERVENTIONS),
    { what: 'Interventions', n: funnel.interventions, total: true },
    ...of(CLOSED_WITHOUT),
    { what: 'Closed without an intervention', n: funnel.closed, total: true },
    { what: 'In preparation', n: funnel.in_preparation, total: true },
    { what: 'No outcome recorded', n: funnel.not_recorded, total: true },
    { what: 'Referrals', n: funnel.referrals, total: true },
  ]
  return page(
    { title: 'What came of the referrals', back: '/restorative-justice' },
    html`${dataTable({
      caption: 'Referrals to restorative justice by what came of them',
      columns: [
        {
          heading: 'What came of it',
          cell: (line) => (line.total ? html`<strong>${line.what}</strong>` : line.what),
        },
        {
          heading: 'Referrals',
          cell: (line) => (line.total ? html`<strong>${line.n}</strong>` : line.n),
          numeric: true,
        },
      ],
      rows: lines,
    })}
    ${funnel.not_recorded > 0 ? html`<p class="govuk-body">${link('See those with no outcome recorded', '/restorative-justice?shown=not-recorded')}. Until each has one, nothing can be said of what became of them.</p>` : null}`,
  )
}
