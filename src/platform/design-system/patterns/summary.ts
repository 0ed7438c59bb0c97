import { html, isFilled } from '../html.ts'
import type { Content, Html } from '../html.ts'
import { summaryList } from '../govuk/summary-list.ts'

export type SummaryRow = Readonly<{
  key: string
  value: Content
  /** A link to change it; `what` completes "Change …" for screen readers. */
  change?: Readonly<{ href: string; what: string; text?: string }>
}>

export type SummaryOptions = Readonly<{
  card?: Readonly<{ title: string; actions?: readonly Readonly<{ text: string; href: string }>[] }>
  /** Said where there is no value. */
  missing?: string
}>

/** What is known, row by row. A missing value is said in words, so that a gap is not taken for a mistake. */
export function summary(rows: readonly SummaryRow[], options: SummaryOptions = {}): Html {
  const missing = html`<span class="app-missing">${options.missing ?? 'Not recorded'}</span>`
  return summaryList({
    card: options.card && {
      title: { text: options.card.title },
      actions: { items: options.card.actions },
    },
    rows: rows.map(({ key, value, change }) => ({
      key: { text: key },
      value: { html: isFilled(value) ? html`${value}` : missing },
      actions: change && {
        items: [{ href: change.href, text: change.text ?? 'Change', visuallyHiddenText: change.what }],
      },
    })),
  })
}
