import { html, spaced } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import type { Attributes } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type BreadcrumbItem = TextOrHtml & Readonly<{ href?: string; attributes?: Attributes }>
export type BreadcrumbsParams = Extras &
  Readonly<{ items: readonly BreadcrumbItem[]; collapseOnMobile?: boolean; labelText?: string }>

/** GOV.UK breadcrumbs; an item without `href` is the page itself. */
export function breadcrumbs(params: BreadcrumbsParams): Html {
  const names = classNames(
    'govuk-breadcrumbs',
    params.classes,
    params.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
  )
  return html`<nav class="${names}"${attributes(params.attributes)} aria-label="${params.labelText ?? 'Breadcrumb'}"><ol class="govuk-breadcrumbs__list">${spaced(params.items.map(crumb))}</ol></nav>`
}

const crumb = (item: BreadcrumbItem): Html =>
  item.href
    ? html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${item.href}"${attributes(item.attributes)}>${contentOf(item)}</a></li>`
    : html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${contentOf(item)}</li>`
