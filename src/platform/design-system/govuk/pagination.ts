import { html, isFilled, raw } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import type { Attributes } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, Gaps, TextOrHtml } from './content.ts'

type ArrowLink = TextOrHtml & Readonly<{ href?: string; labelText?: string; attributes?: Attributes }>
type PageItem = Readonly<{
  number?: string | number
  href?: string
  visuallyHiddenText?: string
  current?: boolean
  ellipsis?: boolean
  attributes?: Attributes
}>
export type PaginationParams = Extras &
  Readonly<{
    items?: Gaps<PageItem>
    previous?: ArrowLink
    next?: ArrowLink
    landmarkLabel?: string
  }>

const ARROWS = {
  prev: raw(
    '<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>',
  ),
  next: raw(
    '<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg>',
  ),
}

/** GOV.UK pagination. Without `items` it is the two big links, previous and next. */
export function pagination(params: PaginationParams): Html {
  const block = !params.items && Boolean(params.next || params.previous)
  const names = classNames('govuk-pagination', block && 'govuk-pagination--block', params.classes)
  const items = params.items?.map((item) => (item && Object.keys(item).length > 0 ? pageItem(item) : null))
  return html`<nav class="${names}" aria-label="${params.landmarkLabel || 'Pagination'}"${attributes(params.attributes)}>${arrow(params.previous, 'prev', block)}${items ? html`<ul class="govuk-pagination__list">${items}</ul>` : null}${arrow(params.next, 'next', block)}</nav>`
}

function arrow(link: ArrowLink | undefined, side: 'prev' | 'next', block: boolean): Html | null {
  if (!link?.href) return null
  const given = contentOf(link)
  const words = isFilled(given)
    ? given
    : html`${side === 'prev' ? 'Previous' : 'Next'}<span class="govuk-visually-hidden"> page</span>`
  const names = classNames(
    'govuk-pagination__link-title',
    block && !link.labelText && 'govuk-pagination__link-title--decorated',
  )
  const label =
    link.labelText && block
      ? html`<span class="govuk-visually-hidden">:</span><span class="govuk-pagination__link-label">${link.labelText}</span>`
      : null
  const first = block || side === 'prev'
  return html`<div class="govuk-pagination__${side}"><a class="govuk-link govuk-pagination__link" href="${link.href}" rel="${side}"${attributes(link.attributes)}>${first ? ARROWS[side] : null}<span class="${names}">${words}</span>${label}${first ? null : ARROWS[side]}</a></div>`
}

function pageItem(item: PageItem): Html {
  const names = classNames(
    'govuk-pagination__item',
    item.current && 'govuk-pagination__item--current',
    item.ellipsis && 'govuk-pagination__item--ellipsis',
  )
  if (item.ellipsis) return html`<li class="${names}">&ctdot;</li>`
  return html`<li class="${names}"><a class="govuk-link govuk-pagination__link" href="${item.href}" aria-label="${item.visuallyHiddenText ?? `Page ${item.number}`}"${item.current ? raw(' aria-current="page"') : null}${attributes(item.attributes)}>${item.number}</a></li>`
}
