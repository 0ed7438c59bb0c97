import { assetUrl, details, html } from '#platform/design-system/index.ts'
import type { Html } from '#platform/design-system/index.ts'
import { chartSvg } from './chart-svg.ts'
import type { Chart } from './chart.ts'

export type ChartWithTableOptions = {
  /** 'shown' below the chart (unless told), or 'folded' behind a line that opens it; printed either way. */
  readonly table?: 'shown' | 'folded'
}

/**
 * A chart on a page with its table: drawn once for wide screens and paper and once for phones, of which the browser
 * shows the one that fits.
 */
export function chartWithTable(chart: Chart, { table = 'shown' }: ChartWithTableOptions = {}): Html {
  const figures =
    table === 'folded'
      ? details({ summaryText: 'The figures in this chart', html: chart.table })
      : chart.table
  return html`<link rel="stylesheet" href="${assetUrl('app/documents.css')}"><figure class="app-chart"><figcaption class="govuk-heading-s">${chart.title}</figcaption>${chartSvg(chart, 'wide')}${chartSvg(chart, 'narrow')}${figures}</figure>`
}
