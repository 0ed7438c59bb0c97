import { barChart, groupedBarChart } from '#platform/charts/chart.ts'
import { chartWithTable } from '#platform/charts/chart-with-table.ts'
import {
  button,
  emptyState,
  figure as figureBlock,
  figures as figureBlocks,
  html,
  input,
  link,
  page,
  type Html,
} from '#platform/design-system/index.ts'
import { tableHtml } from '#platform/tables/table-html.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { numberInWords } from '#platform/words/numbers.ts'
import { periodInWords } from '#platform/words/periods.ts'
import type { Figure } from '../figures/ask-figure.ts'
import { measureNamed, type Period } from '../measures/index.ts'
import { allTables } from './all-tables.ts'
import type { CrimeFigures } from './queries.ts'
import { shown } from './shown.ts'
import type { StrategyTable } from './strategy-tables.ts'

/** Crime, its victims and anti-social behaviour in one period: every table of a victims' strategy with its chart and its definitions. */
export function recordedCrimePage(area: string, period: Period, figures: CrimeFigures, threshold: number) {
  const asAt = momentInWords(new Date(figures.crimes.as_at))
  const nothing = figures.crimes.value === 0 && figures.incidents.value === 0
  return page(
    { title: 'Recorded crime and its victims', caption: `${area}, ${periodInWords(period)}`, width: 'full' },
    html`
    ${periodForm(period)}
    ${nothing ? emptyState({ text: 'No extract of recorded crime covers this period. It is read in from the command line: docs/extracts.md.' }) : sections(period, figures, threshold)}
    <p class="govuk-body">As at ${asAt}. ${threshold ? `Counts under ${threshold} are shown as [c], with others that would give them away.` : ''}</p>`,
  )
}

function sections(period: Period, figures: CrimeFigures, threshold: number): Html {
  const tables = allTables(figures, threshold)
  const { crimes, victims, individuals, domesticElsewhere } = figures
  const elsewhere = shown(domesticElsewhere, [], threshold).total
  const section = (heading: string, words: Html, all: readonly StrategyTable[]) => html`
    <h2 class="govuk-heading-l">${heading}</h2>${words}${all.map((one) => block(one, period))}`
  return html`
    ${figureBlocks([
      one(crimes, 'Crimes', period, threshold),
      one(victims, 'Victims within classes', period, threshold),
      one(individuals, 'Individuals', period, threshold),
    ])}
    ${section(
      'Crimes and victims by class',
      html`<p class="govuk-body">The three counts differ. One person can be the victim of several crimes, so there are more crimes than victims; and of crimes in
        several classes, so the victims within classes add up to ${numberInWords(victims.value - individuals.value)} more than the individuals.
        Crimes against organisations and the state are kept, and left out of all three.</p>`,
      tables.crimes,
    )}
    ${section(
      'Domestic crimes',
      html`<p class="govuk-body">In the classes of violence and of sexual offences. ${elsewhere === 0 ? '' : html`${link(html`${typeof elsewhere === 'number' ? numberInWords(elsewhere) : elsewhere} more`, `/measures/domestic-crimes-elsewhere?from=${period.from}&to=${period.to}&by=class`)} in other classes are left out by the published definition.`}</p>`,
      tables.domestic,
    )}
    ${section('Hate crimes', html``, tables.hate)}
    ${section('Repeat victims', html`<p class="govuk-body">${link('How soon, in which class and where people became victims again', `/recorded-crime/repeat-victims?from=${period.from}&to=${period.to}`)}</p>`, tables.repeat)}
    ${section('Anti-social behaviour', html`<p class="govuk-body">Incidents tagged as risk or vulnerable.</p>`, tables.asb)}`
}

const one = (figure: Figure, label: string, period: Period, threshold: number): Html =>
  figureBlock({
    label,
    value: shown(figure, [], threshold).total,
    definition: { href: `/measures/${figure.measure}?from=${period.from}&to=${period.to}` },
  })

/** A table with its chart, and under it what each number in it is. */
function block({ table, rows, totals, label, drawn, figures }: StrategyTable, period: Period): Html {
  if (rows.length === 0) return html`<p class="govuk-body">Nothing was counted that can be shown.</p>`
  const all = tableHtml(table, [...rows, ...totals], { captionHidden: true })
  const chart =
    drawn.length > 1
      ? groupedBarChart(table, rows, { label, values: drawn })
      : barChart(table, rows, { label, value: drawn[0]! })
  return html`${chartWithTable({ ...chart, table: all })}
    <p class="govuk-body-s">${figures.map(({ measure }) => html`${link(`How ${measureNamed(measure).title.toLowerCase()} are counted`, `/measures/${measure}?from=${period.from}&to=${period.to}`)}<br>`)}As at ${momentInWords(new Date(figures[0]!.as_at))}.</p>`
}

/** From and to, asked again. */
export const periodForm = ({ from, to }: Period): Html => html`<form method="get" class="figure-question">
  ${input({ id: 'from', name: 'from', type: 'date', label: { text: 'From' }, value: from, classes: 'govuk-input--width-10' })}
  ${input({ id: 'to', name: 'to', type: 'date', label: { text: 'To' }, value: to, classes: 'govuk-input--width-10' })}
  ${button({ text: 'Show', type: 'submit', classes: 'govuk-button--secondary' })}
</form>`
