import { barChart } from '#platform/charts/chart.ts'
import { chartWithTable } from '#platform/charts/chart-with-table.ts'
import {
  emptyState,
  figure as figureBlock,
  html,
  link,
  page,
  type Html,
} from '#platform/design-system/index.ts'
import { defineTable } from '#platform/tables/table.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { periodInWords } from '#platform/words/periods.ts'
import type { Figure } from '../figures/ask-figure.ts'
import { figureTable } from '../figures/figure-table.ts'
import { measureNamed, type Period } from '../measures/index.ts'
import { TIMES_TO_REPEAT } from '../measures/repeat-measures.ts'
import { periodForm } from './recorded-crime.page.ts'
import type { RepeatFigures } from './queries.ts'
import { share, type Shown, shown, SYMBOLS } from './shown.ts'

/** Who became a victim again, how soon, after which class of crime and where: never anybody by themself. */
export function repeatVictimsPage(area: string, period: Period, figures: RepeatFigures, threshold: number) {
  const whole = figureTable({ ...figures.again, by: undefined }, threshold).rows[0]!
  const asAt = momentInWords(new Date(figures.again.as_at))
  return page(
    {
      title: 'Repeat victims',
      caption: `${area}, ${periodInWords(period)}`,
      width: 'full',
      back: { href: `/recorded-crime?from=${period.from}&to=${period.to}`, text: 'Recorded crime' },
    },
    html`
    ${periodForm(period)}
    ${figureBlock({
      label: 'Became victims again',
      value: whole.value as Shown,
      unit: 'people',
      ...(typeof whole.n === 'number' ? { of: { value: whole.n, label: 'individual victims' } } : {}),
      note: `As at ${asAt}`,
    })}
    <p class="govuk-body">${figures.again.definition}</p>
    ${
      figures.again.n === 0
        ? emptyState({ text: 'No extract of recorded crime covers this period.' })
        : html`
    <h2 class="govuk-heading-m">How soon</h2>${timeTable(figures.time, threshold)}${below(figures.time, period, 'time_to_repeat')}
    <h2 class="govuk-heading-m">After which class of crime</h2>${sharesOf(figures.byClass, 'class', threshold)}${below(figures.byClass, period, 'class')}
    <h2 class="govuk-heading-m">Where</h2>${sharesOf(figures.byDistrict, 'district', threshold)}${below(figures.byDistrict, period, 'district')}
    <h2 class="govuk-heading-m">The same class again</h2>${countsOf(figures.second, threshold)}${below(figures.second, period, 'second_crime')}`
    }
    <p class="govuk-body">As at ${asAt}. ${threshold ? `Counts under ${threshold} are shown as [c], with others that would give them away.` : ''}</p>`,
  )
}

/** The steps of time, each with all that came sooner; those from a hidden step on would give it away. */
function timeTable(figure: Figure, threshold: number): Html {
  const steps = shown(figure, ['time_to_repeat'], threshold)
  let sofar: Shown = 0
  const rows = Object.entries(TIMES_TO_REPEAT).map(([step, words]) => {
    const count = steps.of(step)
    sofar = typeof sofar === 'number' && typeof count === 'number' ? sofar + count : '[c]'
    return {
      time: words,
      people: count,
      of_all: share(count, steps.total, { places: 1 }),
      so_far: sofar,
      so_far_share: share(sofar, steps.total, { places: 1 }),
    }
  })
  const table = defineTable<(typeof rows)[number]>({
    name: 'time_to_repeat',
    title: `Days from the first crime to the second, of ${steps.total.toLocaleString('en-GB')} people`,
    symbols: SYMBOLS,
    columns: [
      { name: 'time', title: 'Time to repeat', type: 'text' },
      { name: 'people', title: 'People', type: 'integer' },
      { name: 'of_all', title: '% of repeat victims', type: 'percent' },
      { name: 'so_far', title: 'By then', type: 'integer' },
      { name: 'so_far_share', title: '% by then', type: 'percent' },
    ],
  })
  return chartWithTable(barChart(table, rows, { label: 'time', value: 'people' }))
}

/** Of each class or district, how many of its victims became victims again. */
function sharesOf(figure: Figure, label: string, threshold: number): Html {
  const { table, rows } = figureTable(figure, threshold)
  return rows.length === 0
    ? html`<p class="govuk-body">The counts are too small to be broken down this way without telling about a person.</p>`
    : chartWithTable(barChart(table, rows, { label, value: 'percent' }))
}

function countsOf(figure: Figure, threshold: number): Html {
  const { table, rows } = figureTable(figure, threshold)
  return rows.length === 0
    ? html``
    : chartWithTable(barChart(table, rows, { label: 'second_crime', value: 'value', id: 'second-crime' }))
}

const below = ({ measure }: Figure, { from, to }: Period, by: string): Html =>
  html`<p class="govuk-body-s">${link('How this is counted, and other breakdowns', `/measures/${measure}?from=${from}&to=${to}&by=${by}`, { hidden: `of ${measureNamed(measure).title.toLowerCase()} by ${by.replaceAll('_', ' ')}` })}<br>
  ${link('Download as CSV', `/measures/${measure}/figure.csv?from=${from}&to=${to}&by=${by}`, { hidden: `${measureNamed(measure).title.toLowerCase()} by ${by.replaceAll('_', ' ')}` })}</p>`
