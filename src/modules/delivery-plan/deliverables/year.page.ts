import { button, dataTable, html, link, page, type Content } from '#platform/design-system/index.ts'
import { chartWithTable } from '#platform/charts/chart-with-table.ts'
import { dayInWords } from '#platform/words/dates.ts'
import type { Cycle, CycleCounts, Rated } from '../cycles/queries.ts'
import { statusChart } from '../cycles/status-chart.ts'
import { countInWords, countStatuses } from '../ratings/count-statuses.ts'
import { movementInWords } from '../ratings/movement.ts'
import { levelWords } from '../level-words.ts'
import { STATUS_CODES, statusMark, type Status } from '../words.ts'
import type { Plan, Year } from '../plans/queries.ts'
import type { Deliverable } from './queries.ts'

export type YearShown = {
  plan: Plan
  year: Year
  cycles: readonly Cycle[]
  deliverables: readonly Deliverable[]
  ratings: ReadonlyMap<string, Rated>
  before: ReadonlyMap<string, Status>
  counts: readonly CycleCounts[]
}

/** A year's delivery plan: where it stands, its deliverables by part, its cycles, and the quarters side by side. */
export const yearPage = (shown: YearShown, may: { write: boolean; carry: boolean }) => {
  const { plan, year, cycles } = shown
  const at = `/delivery-years/${year.year_id}`
  const open = cycles.find(({ closed_at }) => !closed_at)
  const say = levelWords(plan)
  return page(
    { title: year.title, width: 'full', back: `/delivery-plans/${plan.plan_id}` },
    html`
    ${
      may.write
        ? html`<div class="govuk-button-group">${button({ text: `Add ${say.deliverable.a}`, href: `${at}/deliverables/add`, classes: 'govuk-button--secondary' })}
      ${may.carry ? link('Carry over from the year before', `${at}/carry-over`) : ''}
      ${open ? '' : link(`Open ${say.cycle.a}`, `${at}/cycles/open`)}</div>`
        : ''
    }
    ${cycles[0] ? html`<h2 class="govuk-heading-m">Where it stands: ${cycles[0].name}</h2>${standing(shown)}` : ''}
    ${byTheme(shown)}
    ${shown.counts.some((one) => STATUS_CODES.some((code) => one[code] > 0)) ? chartWithTable(statusChart(shown.counts, say), { table: 'folded' }) : ''}
    ${dataTable({
      caption: say.cycle.titles,
      rows: cycles,
      empty: `None has been opened. ${say.owner.titles} are asked for ${say.update.many} when one opens.`,
      columns: [
        { heading: say.cycle.title, cell: (cycle) => link(cycle.name, `/plan-cycles/${cycle.cycle_id}`) },
        { heading: `${say.update.titles} due`, cell: (cycle) => dayInWords(cycle.due_on) },
        { heading: 'Now', cell: (cycle) => (cycle.closed_at ? 'Closed' : 'Open') },
      ],
    })}`,
  )
}

/** The header: count and percentage of all, each with its word, its colour and what the office means by it. */
export const standing = ({
  plan,
  deliverables,
  ratings,
}: Pick<YearShown, 'plan' | 'deliverables' | 'ratings'>): Content => {
  const counts = countStatuses(
    deliverables.map(({ deliverable_id }) => ratings.get(deliverable_id)?.status ?? null),
  )
  return html`<ul class="govuk-list govuk-list--spaced">${STATUS_CODES.map((status) => html`<li>${statusMark(status)} <strong>${countInWords(counts[status], counts.all)}</strong> ${plan[`${status}_means`]}</li>`)}
    ${counts.unrated > 0 ? html`<li>${statusMark(null)} <strong>${countInWords(counts.unrated, counts.all)}</strong> Nobody has decided its colour yet</li>` : ''}</ul>`
}

function byTheme({ plan, deliverables, ratings, before }: YearShown): Content {
  const say = levelWords(plan)
  const themes = Map.groupBy(deliverables, ({ theme_id }) => theme_id)
  if (themes.size === 0) return html`<p class="govuk-body">It has no ${say.deliverable.many} yet.</p>`
  return html`${[...themes.values()].map((rows) =>
    dataTable({
      caption: `${say.theme.title} ${rows[0]!.theme_number}: ${rows[0]!.theme_title}`,
      rows,
      columns: [
        {
          heading: 'No',
          cell: (one) => html`<span class="app-whole">${one.theme_number}.${one.number}</span>`,
        },
        { heading: say.owner.title, cell: (one) => html`<span class="app-whole">${one.owners}</span>` },
        {
          heading: say.deliverable.title,
          cell: (one) => link(one.words, `/deliverables/${one.deliverable_id}`),
        },
        {
          heading: 'Status',
          cell: (one) =>
            html`<span class="app-whole">${statusMark(ratings.get(one.deliverable_id)?.status)}</span>`,
        },
        {
          heading: 'Since last time',
          cell: (one) =>
            movementInWords(
              ratings.get(one.deliverable_id)?.status ?? null,
              before.get(one.deliverable_id) ?? null,
            ),
        },
      ],
    }),
  )}`
}
