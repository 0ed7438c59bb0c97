import { scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { Html } from '#platform/design-system/html.ts'
import { axisRoom, bottomAxis, onAxis, ticksOf, valueAxis, valueScale } from './axes.ts'
import type { Plot } from './axes.ts'
import type { Chart, Series } from './chart.ts'
import { at, lineHeight, textLines } from './drawing.ts'
import type { Canvas, Drawn } from './drawing.ts'
import { legend, marker, stroke } from './legend.ts'
import { BOLD, textWidth, wrapText } from './text-size.ts'

/** Beyond this many points only the last of a line has its marker. */
const MARKED_POINTS = 24
const WIDEST_END = 190

const lastPoint = ({ values }: Series): number => values.findLastIndex((value) => value !== null)

/** What stands at the end of a line: its name, where there are several, and its last value. */
const endText = ({ series }: Chart, each: Series): string =>
  [...(series.length > 1 ? [each.title] : []), each.words[lastPoint(each)] ?? ''].join(' ')

const endRoom = (chart: Chart, canvas: Canvas): number =>
  Math.min(
    WIDEST_END,
    Math.max(...chart.series.map((each) => textWidth(endText(chart, each), canvas.size) * BOLD)),
  )

/** At the end of each line its marker, name and last value, moved apart where lines end close together. */
function endLabels(chart: Chart, canvas: Canvas, plot: Plot, y: (value: number) => number): Drawn {
  const ends = chart.series
    .flatMap((series, index) => {
      const value = series.values[lastPoint(series)]
      const lines = wrapText(endText(chart, series), endRoom(chart, canvas) / BOLD, canvas.size, 3)
      return typeof value === 'number' ? [{ index, lines, y: y(value) + canvas.size * 0.36 }] : []
    })
    .toSorted((a, b) => a.y - b.y)
  let free = 0
  const marks = ends.flatMap(({ index, lines, y: wanted }) => {
    const top = Math.max(wanted, free)
    free = top + lines.length * lineHeight(canvas) + 3
    const label = textLines(canvas, lines, plot.right + 32, top, { bold: true })
    return chart.series.length > 1
      ? [marker(index, plot.right + 20, top - canvas.size * 0.36), label]
      : [label]
  })
  return { marks, height: free }
}

function oneLine(
  series: Series,
  index: number,
  x: (row: number) => number,
  y: (value: number) => number,
): Html[] {
  const { values } = series
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, row) => at(x(row)))
    .y((value) => at(y(value ?? 0)))(values)
  const points = values.flatMap((value, row) => {
    const alone = (values[row - 1] ?? null) === null && (values[row + 1] ?? null) === null
    const marked = values.length <= MARKED_POINTS || alone || row === lastPoint(series)
    return value === null || !marked ? [] : [marker(index, x(row), y(value))]
  })
  return [...(path ? [stroke(index, path)] : []), ...points]
}

/** An axis that does not start at nought makes small changes look large: it says so. */
const startWords = (chart: Chart): string[] =>
  chart.from === undefined || chart.from === 0 ? [] : [`The axis starts at ${onAxis(chart, chart.from)}`]

/** Lines over periods, each with its own dash and marker, named where it ends, or above the plot on a phone. */
export function drawLines(chart: Chart, key: string, canvas: Canvas): Drawn {
  const above = canvas.narrow ? legend(chart, key, canvas) : { marks: [], height: 0 }
  const scale = valueScale(chart)
  const ticks = ticksOf(chart, scale)
  const warning = startWords(chart)
  const top = above.height + (warning.length > 0 ? lineHeight(canvas) + canvas.size : canvas.size)
  const plot: Plot = {
    left: axisRoom(chart, canvas, ticks),
    right: canvas.width - (canvas.narrow ? 24 : endRoom(chart, canvas) + 36),
    top,
    bottom: top + (canvas.narrow ? 220 : 280),
  }
  const y = (value: number): number => plot.bottom - scale(value) * (plot.bottom - plot.top)
  const points = scalePoint([...chart.categories.keys()], [plot.left + 12, plot.right])
  const x = (row: number): number => points(row) ?? plot.left
  const bottom = bottomAxis(chart, canvas, plot, x)
  const ends = canvas.narrow ? { marks: [], height: 0 } : endLabels(chart, canvas, plot, y)
  return {
    height: Math.max(plot.bottom + bottom.height, ends.height),
    marks: [
      ...above.marks,
      textLines(canvas, warning, 0, above.height + canvas.size),
      ...valueAxis(chart, canvas, plot, ticks, y),
      ...bottom.marks,
      ...chart.series.flatMap((series, index) => oneLine(series, index, x, y)),
      ...ends.marks,
    ],
  }
}
