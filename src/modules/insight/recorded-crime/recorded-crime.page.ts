import { barChart } from '#platform/charts/chart.ts'
import { chartWithTable } from '#platform/charts/chart-with-table.ts'
import {
  button,
  emptyState,
  figure as figureBlock,
  figures,
  html,
  input,
  link,
  page,
} from '#platform/design-system/index.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { numberInWords } from '#platform/words/numbers.ts'
import { periodInWords } from '#platform/words/periods.ts'
import type { Figure } from '../figures/ask-figure.ts'
import { figureTable } from '../figures/figure-table.ts'
import { type Period } from '../measures/index.ts'
import type { CrimeTables } from './queries.ts'

/** Crime, its victims and anti-social behaviour in one period: every table with its chart and its definition. */
export function recordedCrimePage(area: string, period: Period, tables: CrimeTables, threshold: number) {
  const of = (name: Parameters<CrimeTables['get']>[0]) => tables.get(name)!
  const crimes = of('crimes')
  const one = (name: Parameters<CrimeTables['get']>[0], label: string) =>
    figureBlock({
      label,
      value: figureTable({ ...of(name), by: undefined }, threshold).rows[0]!.value as number | string,
      definition: { href: `/measures/${of(name).measure}?from=${period.from}&to=${period.to}` },
    })
  const section = (heading: string, ...names: Parameters<CrimeTables['get']>[0][]) => html`
    <h2 class="govuk-heading-l">${heading}</h2>
    ${figures(names.map((name) => one(name, of(name).title)))}
    ${names.map((name) => tableOf(of(name), threshold))}`
  return page(
    { title: 'Recorded crime and its victims', caption: `${area}, ${periodInWords(period)}`, width: 'full' },
    html`
    ${periodForm(period)}
    ${
      crimes.value === 0 && of('asb-incidents').value === 0
        ? emptyState({
            text: 'No extract of recorded crime covers this period. It is read in from the command line: docs/extracts.md.',
          })
        : html`
    ${figures([one('crimes', 'Crimes'), one('victims-within-class', 'Victims within classes'), one('individual-victims', 'Individuals')])}
    <p class="govuk-body">The three counts differ. One person can be the victim of several crimes, so there are more crimes than victims; and of crimes in
      several classes, so the victims within classes add up to ${numberInWords(of('victims-within-class').value - of('individual-victims').value)} more than the individuals.
      Crimes against organisations and the state are kept, and left out of all three.</p>
    ${section('Crimes and victims by class', 'crimes', 'victims-within-class')}
    ${section('Domestic crimes', 'domestic-crimes', 'domestic-crimes-elsewhere')}
    ${section('Hate crimes', 'hate-crimes')}
    ${section('Repeat victims', 'repeat-victims')}
    ${section('Anti-social behaviour', 'asb-incidents', 'asb-victims-within-class', 'asb-repeat-victims', 'asb-individual-victims')}
`
    }
    }
    <p class="govuk-body">As at ${momentInWords(new Date(crimes.as_at))}. ${threshold ? `Counts under ${threshold} are shown as [c], with others that would give them away.` : ''}</p>`,
  )
}

function tableOf(figure: Figure, threshold: number) {
  if (!figure.by?.length) return ''
  const { table, rows } = figureTable(figure, threshold)
  const [label] = table.columns
  const chart = barChart(table, rows, { label: label!.name, value: 'value' })
  return html`${chartWithTable(chart)}
    <p class="govuk-body">${link('How this is counted, and other breakdowns', `/measures/${figure.measure}?from=${figure.from}&to=${figure.to}`)}</p>`
}

const periodForm = ({ from, to }: Period) => html`<form method="get" class="figure-question">
  ${input({ id: 'from', name: 'from', type: 'date', label: { text: 'From' }, value: from, classes: 'govuk-input--width-10' })}
  ${input({ id: 'to', name: 'to', type: 'date', label: { text: 'To' }, value: to, classes: 'govuk-input--width-10' })}
  ${button({ text: 'Show', type: 'submit', classes: 'govuk-button--secondary' })}
</form>`
