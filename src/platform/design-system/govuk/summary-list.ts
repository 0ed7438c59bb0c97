import { html, spaced } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, Gaps, TextOrHtml } from './content.ts'
import { summaryActionLink, summaryCard } from './summary-card.ts'
import type { SummaryAction, SummaryCardParams, SummaryCardTitle } from './summary-card.ts'

type Cell = TextOrHtml & Readonly<{ classes?: string }>
export type SummaryListRow = Readonly<{
  key: Cell
  value: Cell
  classes?: string
  actions?: Readonly<{ items?: readonly SummaryAction[]; classes?: string }>
}>
export type SummaryListParams = Extras & Readonly<{ rows: Gaps<SummaryListRow>; card?: SummaryCardParams }>

/** GOV.UK summary list: what is known, and a link to change each. With `card`, one of several. */
export function summaryList(params: SummaryListParams): Html {
  const someActions = params.rows.some((row) => row && Boolean(row.actions?.items?.length))
  const rows = params.rows.map((row) => (row ? listRow(row, someActions, params.card?.title) : null))
  const list = html`<dl class="${classNames('govuk-summary-list', params.classes)}"${attributes(params.attributes)}>${rows}</dl>`
  return params.card ? summaryCard(params.card, list) : list
}

function listRow(row: SummaryListRow, someActions: boolean, cardTitle: SummaryCardTitle | undefined): Html {
  const names = classNames(
    'govuk-summary-list__row',
    someActions && !row.actions?.items && 'govuk-summary-list__row--no-actions',
    row.classes,
  )
  return html`<div class="${names}"><dt class="${classNames('govuk-summary-list__key', row.key.classes)}">${contentOf(row.key)}</dt><dd class="${classNames('govuk-summary-list__value', row.value.classes)}">${contentOf(row.value)}</dd>${rowActions(row, cardTitle)}</div>`
}

function rowActions({ actions }: SummaryListRow, cardTitle: SummaryCardTitle | undefined): Html | null {
  const links = (actions?.items ?? []).map((item) => summaryActionLink(item, cardTitle))
  if (links.length === 0) return null
  const inside =
    links.length === 1
      ? links
      : html`<ul class="govuk-summary-list__actions-list">${spaced(links.map((link) => html`<li class="govuk-summary-list__actions-list-item">${link}</li>`))}</ul>`
  return html`<dd class="${classNames('govuk-summary-list__actions', actions?.classes)}">${inside}</dd>`
}
