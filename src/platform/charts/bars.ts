import { scaleLinear } from 'd3-scale'
import { html } from '#platform/design-system/html.ts'
import type { Html } from '#platform/design-system/html.ts'
import { numberOfColumnInWords } from '#platform/tables/cell-in-words.ts'
import { plainDigits } from '#platform/words/numbers.ts'
import type { Chart } from './chart.ts'
import { at, lineHeight, textLines } from './drawing.ts'
import type { Canvas, Drawn } from './drawing.ts'
import { legend } from './legend.ts'
import { edgeOf, fillOf, INK, lookOf, PAPER } from './palette.ts'
import { textWidth, wrapText } from './text-size.ts'

type Scale = (value: number) => number
type Frame = {
  readonly chart: Chart
  readonly key: string
  readonly canvas: Canvas
  readonly x: Scale
  readonly left: number
}

const BAR = 24
const GAP = 14

/** What stands behind a stacked bar: its parts added up, or what stands for the part that is not known. */
function totalWords({ series, shape }: Chart, row: number): string {
  const unknown = series.filter(({ values }) => (values[row] ?? null) === null)
  if (unknown.length > 0) return [...new Set(unknown.map(({ words }) => words[row] ?? ''))].join(' ').trim()
  const total = series.reduce((sum, { values }) => sum + (values[row] ?? 0), 0)
  return numberOfColumnInWords(plainDigits(Math.round(total * 100) / 100), shape)
}

function extent(chart: Chart): [number, number] {
  const rows = chart.categories.map((_, row) => chart.series.map(({ values }) => values[row] ?? 0))
  const sums = rows.map((values) =>
    chart.kind === 'stacked-bar' ? [values.reduce((a, b) => a + b, 0)] : values,
  )
  const most = Math.max(...sums.flat(), 0)
  return [Math.min(...sums.flat(), 0), chart.shape.type === 'percent' ? Math.max(100, most) : most || 1]
}

function endWords(chart: Chart): string[] {
  return chart.kind === 'stacked-bar'
    ? chart.categories.map((_, row) => totalWords(chart, row))
    : chart.series.flatMap(({ words }) => words)
}

/** One bar with its value behind it; where there is no number, what stands for it. */
function bar({ chart, key, canvas, x }: Frame, index: number, row: number, y: number): Html {
  const value = chart.series[index]?.values[row] ?? null
  const words = chart.series[index]?.words[row] ?? ''
  const start = x(Math.min(0, value ?? 0))
  const end = x(Math.max(0, value ?? 0))
  const text = textLines(canvas, [words], end + 6, y + BAR / 2 + canvas.size * 0.36)
  if (value === null || value === 0) return text
  return html`<rect x="${at(start)}" y="${at(y)}" width="${at(Math.max(1, end - start))}" height="${BAR}" fill="${fillOf(key, index, chart)}" stroke="${lookOf(index, chart).colour}"/>${text}`
}

/** A value inside its part of a stacked bar, on white so that it can be read over the pattern; left out if too wide. */
function insideWords(canvas: Canvas, words: string, start: number, end: number, y: number): Html | null {
  const size = canvas.size - 2
  const width = textWidth(words, size) + 4
  const middle = (start + end) / 2
  if (width + 4 > end - start) return null
  return html`<rect x="${at(middle - width / 2)}" y="${at(y + 3)}" width="${at(width)}" height="${BAR - 6}" fill="${PAPER}"/><text x="${at(middle)}" y="${at(y + BAR / 2 + size * 0.36)}" text-anchor="middle" font-size="${size}">${words}</text>`
}

function stackedBar({ chart, key, canvas, x }: Frame, row: number, y: number): Html {
  let sum = 0
  const parts = chart.series.map(({ values, words }, index) => {
    const value = values[row] ?? 0
    const [start, end] = [x(sum), x(sum + value)]
    sum += value
    if (value === 0) return null
    return html`<rect x="${at(start)}" y="${at(y)}" width="${at(Math.max(1, end - start))}" height="${BAR}" fill="${fillOf(key, index, chart)}" stroke="${edgeOf(lookOf(index, chart))}"/>${insideWords(canvas, words[row] ?? '', start, end, y)}`
  })
  const total = totalWords(chart, row)
  return html`${parts}${textLines(canvas, [total], x(sum) + 6, y + BAR / 2 + canvas.size * 0.36, { bold: true })}`
}

function bars(frame: Frame, row: number, y: number): Drawn {
  if (frame.chart.kind === 'stacked-bar') return { marks: [stackedBar(frame, row, y)], height: BAR }
  const step = BAR + 2
  const marks = frame.chart.series.map((_, index) => bar(frame, index, row, y + index * step))
  return { marks, height: step * frame.chart.series.length - 2 }
}

/** Horizontal bars from nought: labels beside them where there is room, above them on a phone. */
export function drawBars(chart: Chart, key: string, canvas: Canvas): Drawn {
  const labels = chart.categories.map((label) => ({ label, width: textWidth(label, canvas.size) }))
  const labelRoom = Math.min(Math.max(...labels.map(({ width }) => width), 0) + 4, canvas.width * 0.38)
  const left = canvas.narrow ? 1 : labelRoom + 12
  const valueRoom = Math.max(...endWords(chart).map((words) => textWidth(words, canvas.size)), 0) + 14
  const x = scaleLinear(extent(chart), [left, Math.max(left + 80, canvas.width - valueRoom)])
  const frame: Frame = { chart, key, canvas, x, left }
  const above = legend(chart, key, canvas)
  const marks: Html[] = [...above.marks]
  let y = above.height
  for (const [row, { label }] of labels.entries()) {
    const lines = wrapText(label, canvas.narrow ? canvas.width : labelRoom, canvas.size)
    const text = lineHeight(canvas) * lines.length
    const barsAt = canvas.narrow ? y + text + 4 : y
    const drawn = bars(frame, row, barsAt)
    const labelAt = canvas.narrow ? y : y + Math.max(0, (drawn.height - text) / 2)
    marks.push(
      textLines(
        canvas,
        lines,
        canvas.narrow ? 0 : left - 12,
        labelAt + canvas.size,
        canvas.narrow ? {} : { anchor: 'end' },
      ),
      ...drawn.marks,
      html`<path d="M${at(x(0))} ${at(barsAt - 4)}v${at(drawn.height + 8)}" stroke="${INK}"/>`,
    )
    y = canvas.narrow ? barsAt + drawn.height + GAP : y + Math.max(text, drawn.height) + GAP
  }
  return { marks, height: y }
}
