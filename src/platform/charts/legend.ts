import { symbol } from 'd3-shape'
import { html } from '#platform/design-system/html.ts'
import type { Html } from '#platform/design-system/html.ts'
import type { Chart } from './chart.ts'
import { at, lineHeight, textLines } from './drawing.ts'
import type { Canvas, Drawn } from './drawing.ts'
import { fillOf, lookOf } from './palette.ts'
import { textWidth, wrapText } from './text-size.ts'

const SWATCH = 28
const GAP = 8

/** A marker of a line's points, in its own shape. */
export const marker = (index: number, x: number, y: number): Html =>
  html`<path transform="translate(${at(x)} ${at(y)})" d="${symbol(lookOf(index).symbol, 60)() ?? ''}" fill="${lookOf(index).colour}"/>`

const swatch = (chart: Chart, key: string, index: number, x: number, y: number): Html =>
  chart.kind === 'line'
    ? html`${stroke(index, `M${at(x)} ${at(y - 5)}h${SWATCH}`)}${marker(index, x + SWATCH / 2, y - 5)}`
    : html`<rect x="${at(x)}" y="${at(y - 13)}" width="${SWATCH}" height="16" fill="${fillOf(key, index, chart)}" stroke="${lookOf(index, chart).colour}"/>`

/** A line of a series in its own colour and dash. */
export function stroke(index: number, path: string): Html {
  const { colour, dash } = lookOf(index)
  return html`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2.5"${dash === null ? null : html` stroke-dasharray="${dash}"`}/>`
}

/** What each pattern or line stands for, in rows that fit the width; nothing for a single series. */
export function legend(chart: Chart, key: string, canvas: Canvas): Drawn {
  if (chart.series.length < 2) return { marks: [], height: 0 }
  const marks: Html[] = []
  const high = lineHeight(canvas) + 6
  let x = 0
  let y = canvas.size
  for (const [index, { title }] of chart.series.entries()) {
    const lines = wrapText(title, canvas.width - SWATCH - GAP, canvas.size, 3)
    const width = SWATCH + GAP + Math.max(...lines.map((line) => textWidth(line, canvas.size)))
    if (x > 0 && x + width > canvas.width) {
      x = 0
      y += high
    }
    marks.push(swatch(chart, key, index, x, y), textLines(canvas, lines, x + SWATCH + GAP, y))
    y += (lines.length - 1) * lineHeight(canvas)
    x += width + 20
  }
  return { marks, height: y + 16 }
}
