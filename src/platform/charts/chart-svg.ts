import type { Html } from '#platform/design-system/html.ts'
import { drawBars } from './bars.ts'
import type { Chart } from './chart.ts'
import { drawing, NARROW, WIDE } from './drawing.ts'
import { drawLines } from './lines.ts'

/**
 * A chart as SVG for one width: 'wide' (720) for a screen or paper, 'narrow' (358) for a phone. Well-formed XML that
 * stands alone as a file. A chart without rows is null: there is nothing to draw.
 */
export function chartSvg(chart: Chart, width: 'wide' | 'narrow'): Html | null {
  if (chart.categories.length === 0) return null
  const canvas = width === 'narrow' ? NARROW : WIDE
  const key = `chart-${chart.id}-${width}`
  const drawn = chart.kind === 'line' ? drawLines(chart, key, canvas) : drawBars(chart, key, canvas)
  return drawing(chart, key, canvas, drawn)
}
