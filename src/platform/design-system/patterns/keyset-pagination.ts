import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { pagination } from '../govuk/pagination.ts'

export type KeysetLinks = Readonly<{
  previous?: string
  next?: string
  previousText?: string
  nextText?: string
  label?: string
}>

/** Links to the rows before and after. No page numbers: a long list is never counted to be shown. */
export function keysetPagination(links: KeysetLinks): Html {
  const { previous, next, previousText, nextText, label } = links
  if (!previous && !next) return html``
  return pagination({
    landmarkLabel: label,
    previous: previous ? { href: previous, text: previousText } : undefined,
    next: next ? { href: next, text: nextText } : undefined,
  })
}
