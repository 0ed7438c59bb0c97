import { html } from '#platform/design-system/html.ts'
import type { Html } from '#platform/design-system/html.ts'
import type { Chart } from './chart.ts'
import { INK, PAPER, patterns } from './palette.ts'

/** How wide a drawing is, in units that are pixels at full size, and how large its text. */
export type Canvas = { readonly width: number; readonly size: number; readonly narrow: boolean }

/** For a screen from 640 pixels, and for paper. */
export const WIDE: Canvas = { width: 720, size: 16, narrow: false }
/** For a phone: 358 pixels between the margins of one 390 wide. */
export const NARROW: Canvas = { width: 358, size: 15, narrow: true }

/** What was drawn, and how high it came out. */
export type Drawn = { readonly marks: readonly Html[]; readonly height: number }

/** A coordinate with one decimal: a tenth of a pixel is enough, and the file stays small. */
export const at = (value: number): number => Math.round(value * 10) / 10

export const lineHeight = (canvas: Canvas): number => Math.round(canvas.size * 1.25)

type TextOptions = { readonly anchor?: 'start' | 'middle' | 'end'; readonly bold?: boolean }

/** Lines of text below each other, the first with its baseline at `y`. */
export const textLines = (
  canvas: Canvas,
  lines: readonly string[],
  x: number,
  y: number,
  options: TextOptions = {},
) =>
  html`<text${options.anchor && options.anchor !== 'start' ? html` text-anchor="${options.anchor}"` : null}${options.bold ? html` font-weight="700"` : null}>${lines.map(
    (line, index) => html`<tspan x="${at(x)}" y="${at(y + index * lineHeight(canvas))}">${line}</tspan>`,
  )}</text>`

/**
 * The whole SVG: named and described for those who do not see it, on white, without a style attribute or a reference
 * to anything outside. `key` makes its ids its own on the page.
 */
export function drawing(chart: Chart, key: string, canvas: Canvas, { marks, height }: Drawn): Html {
  const { width, size } = canvas
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${at(height)}" width="${width}" height="${at(height)}" role="img" aria-labelledby="${key}-title ${key}-description" font-family="Arial, 'Liberation Sans', sans-serif" font-size="${size}" fill="${INK}" class="app-chart__${canvas.narrow ? 'narrow' : 'wide'}"><title id="${key}-title">${chart.title}</title><desc id="${key}-description">${chart.description}</desc>${patterns(key, chart.series.length, chart)}<rect width="${width}" height="${at(height)}" fill="${PAPER}"/>${marks}</svg>`
}
