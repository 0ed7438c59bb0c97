import { html, printed, raw } from '../html.ts'
import type { Content, Html } from '../html.ts'
import { classNames } from '../attributes.ts'
import { cellStart, rowHeadingStart, tableOf } from '../govuk/table.ts'
import type { TableCell } from '../govuk/table.ts'
import { emptyState } from './empty-state.ts'

export type DataColumn<Row> = Readonly<{
  heading: string
  cell: (row: Row) => Content
  numeric?: boolean
  /** A number or reference, which is not broken across lines unless it is longer than any of ours. */
  reference?: boolean
  /** What the column is sorted by in the browser; without it the column cannot be sorted there. */
  sort?: (row: Row) => string | number
}>

export type DataTableOptions<Row> = Readonly<{
  /** Says what the rows are; read out by screen readers even when hidden. */
  caption: string
  captionHidden?: boolean
  /** The first column is the heading of its row. */
  columns: readonly DataColumn<Row>[]
  rows: readonly Row[]
  /** Said in place of a table without rows. */
  empty?: string | Html
  /** On a phone: a card for each row (unless told), or a table that scrolls sideways, which suits figures. */
  narrow?: 'stack' | 'scroll'
}>

/** A table of records or figures that can be read on a phone. */
export function dataTable<Row>(options: DataTableOptions<Row>): Html {
  const { caption, captionHidden, columns, rows, narrow = 'stack' } = options
  if (rows.length === 0) return emptyState({ text: options.empty ?? 'There is nothing to show.' })

  const sortable = columns.some(({ sort }) => sort)
  const cells = columns.map(cellsOf)
  const markup = tableOf(
    {
      caption,
      captionClasses: captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption--m',
      classes: classNames('app-table', `app-table--${narrow}`),
      attributes: sortable ? { 'data-module': 'moj-sortable-table' } : undefined,
      head: columns.map(headingCell),
    },
    rowsOf(rows, cells),
  )
  // Whatever scrolls must be within reach of the keyboard.
  return narrow === 'stack'
    ? markup
    : html`<div class="app-table-scroll" role="region" aria-label="${caption}" tabindex="0">${markup}</div>`
}

const headingCell = <Row>({ heading, numeric, sort }: DataColumn<Row>): TableCell => ({
  text: heading,
  format: numeric ? 'numeric' : undefined,
  attributes: sort ? { 'aria-sort': 'none' } : undefined,
})

// One text that grows: a list of rows of lists of cells would cost a long table more than its words do.
function rowsOf<Row>(rows: readonly Row[], cells: readonly ((row: Row) => string)[]): Html {
  let markup = ''
  for (const row of rows) {
    markup += '<tr class="govuk-table__row">'
    for (const cell of cells) markup += cell(row)
    markup += '</tr>'
  }
  return raw(markup)
}

/** What makes the cells of one column. */
function cellsOf<Row>(
  { heading, cell, numeric, reference, sort }: DataColumn<Row>,
  index: number,
): (row: Row) => string {
  const start = (sorted?: string | number) => {
    const look = {
      format: numeric ? 'numeric' : undefined,
      classes: reference ? 'app-reference' : undefined,
      attributes: { 'data-heading': heading, 'data-sort-value': { value: sorted, optional: true } },
    }
    return String(index === 0 ? rowHeadingStart(look) : cellStart(look))
  }
  const end = index === 0 ? '</th>' : '</td>'
  if (sort) return (row) => start(sort(row)) + printed(cell(row)) + end
  const same = start()
  return (row) => same + printed(cell(row)) + end
}
