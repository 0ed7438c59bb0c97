import { barChart, groupedBarChart, stackedBarChart } from '#platform/charts/chart.ts'
import { chartWithTable } from '#platform/charts/chart-with-table.ts'
import {
  button,
  details,
  figure as figureBlock,
  html,
  input,
  link,
  page,
  select,
  summary,
  warningText,
} from '#platform/design-system/index.ts'
import type { Table } from '#platform/tables/table.ts'
import { tableHtml } from '#platform/tables/table-html.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { numberInWords } from '#platform/words/numbers.ts'
import { periodInWords } from '#platform/words/periods.ts'
import { type Measure, measureNamed, type Period } from '../measures/index.ts'
import type { Asked, Figure } from './ask-figure.ts'
import { crossTable } from './cross-table.ts'
import { keptTo, type Reader, sameQuestion } from './figure-reader.ts'
import { CONFIDENTIAL } from '../disclosure/small-numbers.ts'
import { type FigureRow, figureTable } from './figure-table.ts'

/** One figure: what it is, how it is counted, broken down with its chart and table, and the way to what lies behind it. */
export function figurePage(
  { measure, asked, reader, figure }: { measure: Measure; asked: Asked; reader: Reader; figure: Figure },
  last_counted: Period | null,
) {
  const { table, rows, counted } = figureTable(figure, reader.threshold)
  const whole = figureTable({ ...figure, by: undefined }, reader.threshold).rows[0]!
  const when = measure.as_at
    ? `as at ${periodInWords({ from: figure.to, to: figure.to })}`
    : periodInWords(figure)
  const kept = keptTo(measure, asked.only)
  const charted = figure.by && rows.length > 1 ? chartOf(figure, table, rows, counted) : undefined
  return page(
    { title: measure.title, caption: reader.of, width: 'full', back: '/measures' },
    html`
    ${figureBlock({
      label: kept ? `${when}. Only ${kept}` : when,
      value: whole.value as number | string,
      unit: figure.unit,
      ...(measure.share && typeof whole.n === 'number'
        ? { of: { value: whole.n, label: measure.share.of } }
        : {}),
      note: `As at ${momentInWords(new Date(figure.as_at))}`,
    })}
    ${askAgain(measure, asked)}
    ${kept ? html`<p class="govuk-body">${link('Count everything, not only this', `/measures/${measure.name}?${sameQuestion({ ...asked, only: {} })}`)}</p>` : ''}
    ${last_counted ? html`<p class="govuk-body">Nothing was counted in this period. ${link(`Show ${periodInWords(last_counted)}`, `/measures/${measure.name}?${sameQuestion(asked, last_counted)}`)}, the latest year that has something.</p>` : ''}
    ${figure.by?.length === 0 ? html`<p class="govuk-body">Nothing was counted in this period, so there is nothing to break down.</p>` : ''}
    ${figure.by?.length && rows.length === 0 ? html`<p class="govuk-body">The counts are too small to be broken down this way without telling about a person.</p>` : ''}
    ${charted ?? (figure.by?.length && rows.length ? tableHtml(table, rows) : '')}
    <p class="govuk-body">
      ${link('Download as CSV', `/measures/${measure.name}/figure.csv?${sameQuestion(asked)}`)}
      ${reader.mayOpenList ? html`<br>${link('Open the list behind this figure', `/measures/${measure.name}/list?${sameQuestion(asked)}`)}` : ''}
    </p>
    <h2 class="govuk-heading-m">How this is counted</h2>
    <p class="govuk-body">${measure.definition}</p>
    ${summary([
      { key: 'Period', value: when },
      ...(kept ? [{ key: 'Only', value: kept }] : []),
      { key: 'Whose records', value: reader.of },
      { key: 'As at', value: momentInWords(new Date(figure.as_at)) },
      ...(measure.share
        ? [
            {
              key: 'Out of',
              value: `${typeof whole.n === 'number' ? numberInWords(whole.n) : CONFIDENTIAL} ${measure.share.of}`,
            },
          ]
        : []),
      { key: 'Unit', value: figure.unit },
      {
        key: 'Small numbers',
        value: reader.threshold
          ? `Counts under ${reader.threshold} are shown as [c], with others that would give them away`
          : 'Shown in full to the provider that holds the records',
      },
    ])}
    ${details({ summaryText: 'The query that was run', html: html`<p class="govuk-body"><code>${figure.query}</code></p>` })}`,
  )
}

function chartOf(
  figure: Figure,
  table: Table<FigureRow>,
  rows: readonly FigureRow[],
  counted: readonly string[],
) {
  const crossed = crossTable(figure, table, rows)
  if (crossed)
    return chartWithTable(
      stackedBarChart(crossed.table, crossed.rows, { label: crossed.label, values: crossed.values }),
    )
  const labelled = rows.map<FigureRow>((row, index) => ({
    ...row,
    label: figure.by?.[index]?.label ?? '',
  }))
  const dimensions = Object.keys(measureNamed(figure.measure).dimensions)
  const group = {
    name: 'label',
    title: table.columns
      .filter(({ name }) => dimensions.includes(name))
      .map(({ title }) => title)
      .join(', '),
    type: 'text' as const,
  }
  const drawn = {
    ...table,
    columns: [group, ...table.columns.filter(({ name }) => !dimensions.includes(name))],
  }
  const [value = 'value'] = counted
  return chartWithTable(
    counted.length > 1
      ? groupedBarChart(drawn, labelled, { label: 'label', values: counted })
      : barChart(drawn, labelled, { label: 'label', value }),
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function askAgain(measure: Measure, asked: Asked) {
  const dimensions = Object.entries(measure.dimensions)
  const pairs =
    measure.parts || dimensions.length > 1
      ? dimensions.flatMap(([a], i) => dimensions.slice(i + 1).map(([b]) => `${a},${b}`))
      : []
  const title = (by: string) =>
    by
      .split(',')
      .map((name) => measure.dimensions[name]!.title.toLowerCase())
      .join(' and ')
  return html`<form method="get" class="figure-question">
    ${measure.as_at ? '' : input({ id: 'from', name: 'from', type: 'date', label: { text: 'From' }, value: asked.from, classes: 'govuk-input--width-10' })}
    ${input({ id: 'to', name: 'to', type: 'date', label: { text: measure.as_at ? 'As at' : 'To' }, value: asked.to, classes: 'govuk-input--width-10' })}
    ${select({
      id: 'by',
      name: 'by',
      label: { text: 'Break down by' },
      value: asked.by?.join(',') ?? '',
      items: [
        { value: '', text: 'Nothing' },
        ...dimensions.map(([name]) => ({ value: name, text: capital(title(name)) })),
        ...pairs.map((pair) => ({ value: pair, text: capital(title(pair)) })),
      ],
    })}
    ${Object.entries(asked.only ?? {}).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    ${button({ text: 'Show', type: 'submit', classes: 'govuk-button--secondary' })}
  </form>`
}

/** The address asks something that cannot be counted: said, with the form to ask again. */
export const cannotAskPage = (measure: Measure, asked: Asked, messages: readonly string[]) =>
  page(
    { title: measure.title, status: 422, back: '/measures', width: 'full' },
    html`
    ${messages.map((text) => warningText({ text, iconFallbackText: 'Warning' }))}
    ${askAgain(measure, { ...asked, by: [] })}`,
  )
