import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, Gaps, TextOrHtml } from './content.ts'

export type TableCell = TextOrHtml &
  Extras &
  Readonly<{ format?: string; colspan?: number | string; rowspan?: number | string }>
export type TableParams = Extras &
  Readonly<{
    caption?: string
    captionClasses?: string
    head?: readonly TableCell[]
    rows: Gaps<readonly TableCell[]>
    firstCellIsHeader?: boolean
  }>

/** GOV.UK table. For rows of records use `dataTable`, which fits a phone as well. */
export function table(params: TableParams): Html {
  const rows = params.rows.map((row) =>
    row
      ? html`<tr class="govuk-table__row">${row.map((cell, index) => (index === 0 && params.firstCellIsHeader ? rowHeading(cell) : plainCell(cell)))}</tr>`
      : null,
  )
  return tableOf(params, html`${rows}`)
}

/** The table around rows that are ready. */
export function tableOf(params: Omit<TableParams, 'rows' | 'firstCellIsHeader'>, rows: Html): Html {
  const caption = params.caption
    ? html`<caption class="${classNames('govuk-table__caption', params.captionClasses)}">${params.caption}</caption>`
    : null
  const head = params.head
    ? html`<thead class="govuk-table__head"><tr class="govuk-table__row">${params.head.map(heading)}</tr></thead>`
    : null
  return html`<table class="${classNames('govuk-table', params.classes)}"${attributes(params.attributes)}>${caption}${head}<tbody class="govuk-table__body">${rows}</tbody></table>`
}

const spans = (cell: TableCell): Html =>
  html`${attribute('colspan', cell.colspan)}${attribute('rowspan', cell.rowspan)}${attributes(cell.attributes)}`

const heading = (cell: TableCell): Html =>
  html`<th scope="col" class="${classNames('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)}"${spans(cell)}>${contentOf(cell)}</th>`

const rowHeading = (cell: TableCell): Html => html`${rowHeadingStart(cell)}${contentOf(cell)}</th>`
const plainCell = (cell: TableCell): Html => html`${cellStart(cell)}${contentOf(cell)}</td>`

/** The tags that a cell begins with: the same all the way down a column, so that a long table makes them once. */
export const rowHeadingStart = (cell: TableCell): Html =>
  html`<th scope="row" class="${classNames('govuk-table__header', cell.classes)}"${spans(cell)}>`
export const cellStart = (cell: TableCell): Html =>
  html`<td class="${classNames('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)}"${spans(cell)}>`
