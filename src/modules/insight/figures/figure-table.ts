import { dayInWords } from '#platform/words/dates.ts'
import { periodInWords } from '#platform/words/periods.ts'
import { type CellValue, type Column, defineTable, type Table } from '#platform/tables/table.ts'
import { type Measure, measureNamed } from '../measures/index.ts'
import type { Figure } from './ask-figure.ts'
import { ALL, protectSmallNumbers } from '../disclosure/protect-small-numbers.ts'
import { CONFIDENTIAL, CONFIDENTIAL_WORDS, LEAST_SHARED } from '../disclosure/small-numbers.ts'

export type FigureRow = Record<string, CellValue>

/**
 * A figure as a table, described once for the page, the chart and the file; counts under `threshold` are hidden (none when 0), with what
 * would give them away. No rows where nothing could be printed that does not tell.
 */
export function figureTable(
  figure: Figure,
  threshold: number,
): { table: Table<FigureRow>; rows: FigureRow[]; counted: string[] } {
  const measure = measureNamed(figure.measure)
  const lines = figure.by ?? [figure as unknown as Record<string, string | number>]
  const dimensions = Object.keys(measure.dimensions).filter(
    (name) => figure.by && lines.length > 0 && name in lines[0]!,
  )
  const parts = partsOf(measure)
  const cells = lines.flatMap((line) =>
    parts.map((part) => ({
      at: [...dimensions.map((name) => String(line[name])), part.name],
      value: part.count(line),
    })),
  )
  const shownWhole = { hidden: new Set<number>(), mayShow: () => true }
  const safe = threshold > 0 ? protectSmallNumbers(cells, threshold) : shownWhole
  const rows = (safe ? lines : []).map((line, index): FigureRow => {
    const shown = parts.map((_, place) => !safe!.hidden.has(index * parts.length + place))
    const total = Number(line.n ?? line.value)
    const showTotal = safe!.mayShow([...dimensions.map((name) => String(line[name])), ALL])
    return {
      ...Object.fromEntries(dimensions.map((name) => [name, wordsOf(measure, name, line[name]!)])),
      ...(measure.parts
        ? Object.fromEntries(
            parts.map((part, place) => [part.name, shown[place] ? part.count(line) : CONFIDENTIAL]),
          )
        : {}),
      value: shown.every(Boolean) ? Number(line.value) : CONFIDENTIAL,
      ...(measure.share
        ? {
            n: showTotal ? total : CONFIDENTIAL,
            percent:
              !shown.every(Boolean) || (threshold > 0 && total > 0 && total < LEAST_SHARED)
                ? CONFIDENTIAL
                : total === 0
                  ? null
                  : percentOf(Number(line.value), total),
          }
        : {}),
    }
  })
  return {
    table: tableOf(measure, figure, dimensions),
    rows,
    counted: measure.parts ? [...measure.parts.values] : ['value'],
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

type Part = { name: string; count: (line: Record<string, string | number>) => number }

/** The counts of a line that add up to its total, each to be protected apart. */
function partsOf(measure: Measure): Part[] {
  if (measure.parts)
    return measure.parts.values.map((name) => ({ name, count: (line) => Number(line[name]) }))
  if (measure.share)
    return [
      { name: 'value', count: (line) => Number(line.value) },
      { name: 'rest', count: (line) => Number(line.n) - Number(line.value) },
    ]
  return [{ name: 'value', count: (line) => Number(line.value) }]
}

/** One decimal; never 100 unless all, never 0 unless none. */
const percentOf = (value: number, n: number) =>
  value === n ? 100 : value === 0 ? 0 : Math.min(99.9, Math.max(0.1, Math.round((value / n) * 1000) / 10))

const wordsOf = (measure: Measure, dimension: string, code: string | number) =>
  code === 'not-stated' ? 'Not stated' : (measure.dimensions[dimension]?.words?.[code] ?? String(code))

function tableOf(measure: Measure, figure: Figure, dimensions: readonly string[]): Table<FigureRow> {
  const count = (name: string, title: string): Column<FigureRow> => ({
    name,
    title,
    type: 'integer',
  })
  return defineTable<FigureRow>({
    name: measure.name.replaceAll('-', '_'),
    title: `${measure.title}, ${measure.as_at ? dayInWords(figure.to) : periodInWords(figure)}`,
    description: measure.definition,
    columns: [
      ...dimensions.map((name): Column<FigureRow> => ({
        name,
        title: measure.dimensions[name]!.title,
        type: 'text',
      })),
      ...(measure.parts?.values ?? []).map((part) => count(part, capital(part))),
      count('value', capital(measure.share ? measure.share.yes : measure.unit)),
      ...(measure.share
        ? [
            count('n', 'Out of'),
            { name: 'percent', title: 'Per cent', type: 'percent' } satisfies Column<FigureRow>,
          ]
        : []),
    ],
    symbols: { [CONFIDENTIAL]: CONFIDENTIAL_WORDS },
  })
}
