import { listInWords } from '#platform/words/lists.ts'
import { plural } from '#platform/words/plurals.ts'
import type { ChartKind, Series } from './chart.ts'

const KINDS: Readonly<Record<ChartKind, string>> = {
  bar: 'Bar chart',
  'grouped-bar': 'Bar chart with bars in groups',
  'stacked-bar': 'Bar chart with stacked bars',
  line: 'Line chart',
}

/** The few values that can be read out whole. */
const FEW = 6

type Point = { readonly value: number; readonly said: string }

function pointsOf(series: Series, categories: readonly string[]): Point[] {
  return series.values.flatMap((value, index) =>
    value === null ? [] : [{ value, said: `${categories[index] ?? ''} ${series.words[index] ?? ''}` }],
  )
}

function sayOrder(points: readonly Point[]): string {
  const [first, last] = [points[0], points.at(-1)]
  return first && last && points.length > 1
    ? `from ${first.said} to ${last.said}`
    : (first?.said ?? 'no figures')
}

function sayRange(points: readonly Point[]): string {
  if (points.length <= FEW) return listInWords(points.map(({ said }) => said)) || 'no figures'
  const sorted = points.toSorted((a, b) => a.value - b.value)
  return `highest ${sorted.at(-1)?.said}, lowest ${sorted[0]?.said}`
}

/** What a chart shows, for someone who hears it: its kind, what each line or colour does, and what is missing. */
export function describeChart(
  kind: ChartKind,
  categories: readonly string[],
  series: readonly Series[],
): string {
  const say = kind === 'line' ? sayOrder : sayRange
  const said = series.map((each) => `${each.title}: ${say(pointsOf(each, categories))}.`)
  const missing = series.flatMap(({ values }) => values.filter((value) => value === null)).length
  const gap = missing > 0 ? ` ${plural(missing, 'value')} not drawn.` : ''
  return `${KINDS[kind]}. ${said.join(' ')}${gap} The table has every value.`
}
