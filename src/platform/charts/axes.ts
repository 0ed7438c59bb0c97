import { scaleLinear } from 'd3-scale'
import { html } from '#platform/design-system/html.ts'
import type { Html } from '#platform/design-system/html.ts'
import { numberOfColumnInWords } from '#platform/tables/cell-in-words.ts'
import { plainDigits } from '#platform/words/numbers.ts'
import type { Chart } from './chart.ts'
import { at, lineHeight, textLines } from './drawing.ts'
import type { Canvas, Drawn } from './drawing.ts'
import { INK, QUIET } from './palette.ts'
import { textWidth, wrapText } from './text-size.ts'

/** Where the lines are drawn, within the drawing. */
export type Plot = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A number as the axis of this chart writes it. */
export const onAxis = ({ shape }: Pick<Chart, 'shape'>, value: number): string =>
  numberOfColumnInWords(plainDigits(value), { ...shape, places: Number.isInteger(value) ? 0 : 1 })

/** From nought, from below it where there are such values, or from where the chart says; percentages end at 100. */
export function valueScale({ series, shape, from }: Chart) {
  const values = series.flatMap((each) => each.values.filter((value) => value !== null))
  const most = shape.type === 'percent' ? 100 : Math.max(...values, (from ?? 0) + 1)
  return scaleLinear([Math.min(...values, from ?? 0), Math.max(...values, most)], [0, 1]).nice(5)
}

/** The values that have a line across; whole numbers only where the chart counts. */
export const ticksOf = (chart: Chart, scale: ReturnType<typeof valueScale>): number[] =>
  scale.ticks(5).filter((value) => chart.shape.type !== 'integer' || Number.isInteger(value))

/** How much room the numbers of the axis need. */
export const axisRoom = (chart: Chart, canvas: Canvas, ticks: readonly number[]): number =>
  Math.max(...ticks.map((value) => textWidth(onAxis(chart, value), canvas.size)), 0) + 8

/** Lines across at round values, with their numbers on the left. */
export const valueAxis = (
  chart: Chart,
  canvas: Canvas,
  plot: Plot,
  ticks: readonly number[],
  y: (value: number) => number,
): Html[] =>
  ticks.map(
    (value) =>
      html`<path d="M${at(plot.left)} ${at(y(value))}H${at(plot.right)}" stroke="${value === 0 ? INK : QUIET}"/>${textLines(canvas, [onAxis(chart, value)], plot.left - 6, y(value) + canvas.size * 0.36, { anchor: 'end' })}`,
  )

/**
 * The names along the bottom, as many as there is room for: every one, or every second, third …, ending with the
 * last. Those at the ends are moved in, so that no name leaves the drawing.
 */
export function bottomAxis(chart: Chart, canvas: Canvas, plot: Plot, x: (row: number) => number): Drawn {
  const last = chart.categories.length - 1
  const step = last > 0 ? (x(last) - x(0)) / last : plot.right - plot.left
  const words = chart.categories.flatMap((label) => label.split(' '))
  const widest = Math.max(...words.map((word) => textWidth(word, canvas.size)), 1)
  const every = Math.max(1, Math.ceil((Math.min(widest, 110) + 16) / Math.max(step, 1)))
  const shown = chart.categories
    .map((label, row) => ({ row, lines: wrapText(label, step * every - 10, canvas.size, 4) }))
    .filter(({ row }) => (last - row) % every === 0)
  const marks = shown.map(({ row, lines }) => {
    const half = Math.max(...lines.map((line) => textWidth(line, canvas.size))) / 2
    const middle = Math.min(Math.max(x(row), half), canvas.width - half)
    return html`<path d="M${at(x(row))} ${at(plot.bottom)}v5" stroke="${INK}"/>${textLines(canvas, lines, middle, plot.bottom + canvas.size + 8, { anchor: 'middle' })}`
  })
  return { marks, height: Math.max(...shown.map(({ lines }) => lines.length), 0) * lineHeight(canvas) + 16 }
}
