import { ChartRun } from 'docx/charts'
import type { ChartMarkerShape, ChartRunOptions, ChartSeries } from 'docx/charts'
import type { Chart } from '#platform/charts/chart.ts'
import { lookOf } from '#platform/charts/palette.ts'
import { TEXT_PIXELS } from './styles.ts'

const MARKERS: readonly ChartMarkerShape[] = ['circle', 'square', 'triangle', 'diamond', 'x', 'star']
const DASHES = ['solid', 'dash', 'dot', 'longDashDot', 'shortDash', 'shortDot'] as const
const FONT = { size: 10, color: '14201F' }

function numberFormat({ shape }: Chart): string {
  const places = (shape.places ?? 1) > 0 ? `0.${'0'.repeat(shape.places ?? 1)}` : '0'
  if (shape.type === 'percent') return `${places}"%"`
  if (shape.type === 'pounds') return '"£"#,##0'
  return shape.type === 'decimal' ? `#,##${places}` : '#,##0'
}

/** In a stacked bar a part too small for its number goes without: the table has it. */
function partLabels(chart: Chart, values: readonly (number | null)[]): ChartSeries['pointLabels'] {
  const totals = chart.categories.map((_, row) =>
    chart.series.reduce((sum, each) => sum + (each.values[row] ?? 0), 0),
  )
  const least = Math.max(...totals, 0) * 0.08
  return values.map((value) => (value === null || value < least ? false : undefined))
}

/** The last point of a line says its value: the rest would cover one another. */
function endLabels(values: readonly (number | null)[], format: string): ChartSeries['pointLabels'] {
  const last = values.findLastIndex((value) => value !== null)
  return values.map((_, index) =>
    index === last ? { value: true, position: 'right', numberFormat: format } : false,
  )
}

function seriesOf(chart: Chart): ChartSeries[] {
  return chart.series.map(({ title, values }, index) => {
    const { colour, ground } = lookOf(index, chart)
    // Word draws no edge around a part: what is white here is light grey there.
    const color = ground ? 'D9DFE0' : colour.slice(1)
    const bar = { name: title, values, color }
    if (chart.kind === 'stacked-bar') return { ...bar, pointLabels: partLabels(chart, values) }
    if (chart.kind !== 'line') return bar
    return {
      ...bar,
      line: { color, width: 2, dash: DASHES[index] ?? 'solid' },
      markers: { shape: MARKERS[index] ?? 'circle', size: 7 },
      pointLabels: endLabels(values, numberFormat(chart)),
    }
  })
}

const heightOf = ({ kind, categories, series }: Chart): number =>
  kind === 'line'
    ? 330
    : Math.min(800, 70 + categories.length * ((kind === 'grouped-bar' ? series.length : 1) * 20 + 14))

/**
 * A chart as Word's own: drawn by Word from figures that the reader can open, sharp at any size, with a description
 * for screen readers, and needing neither a picture nor a program to make one.
 */
export function docxChart(chart: Chart): ChartRun {
  const format = numberFormat(chart)
  const isPercent = chart.shape.type === 'percent'
  const common = {
    categories: chart.categories,
    series: seriesOf(chart),
    font: { name: 'Arial', color: FONT.color },
    legend: chart.series.length > 1 ? ({ position: 'bottom', font: FONT } as const) : (false as const),
    chartArea: { border: 'none' as const },
    altText: { name: chart.title, title: chart.title, description: chart.description },
    transformation: { width: TEXT_PIXELS, height: heightOf(chart) },
    categoryAxis: { font: FONT, reverseOrder: chart.kind !== 'line' },
    valueAxis: {
      font: FONT,
      numberFormat: isPercent ? '0"%"' : format,
      visible: chart.kind === 'line',
      gridlines: chart.kind === 'line',
      ...(isPercent ? { maximum: 100 } : {}),
      ...(chart.kind === 'line' ? { minimum: chart.from ?? Math.min(0, ...lowest(chart)) } : {}),
    },
  }
  const options: ChartRunOptions =
    chart.kind === 'line'
      ? {
          ...common,
          type: 'line',
          emptyValues: 'gap',
          dataLabels: { value: false, numberFormat: format, font: FONT },
        }
      : {
          ...common,
          type: 'bar',
          gapWidth: 60,
          stacking: chart.kind === 'stacked-bar' ? 'stacked' : 'none',
          dataLabels: {
            value: true,
            numberFormat: format,
            font: FONT,
            ...(chart.kind === 'stacked-bar' ? { position: 'center' as const } : {}),
          },
        }
  return new ChartRun(options)
}

const lowest = ({ series }: Chart): number[] =>
  series.flatMap(({ values }) => values.filter((value) => value !== null))
