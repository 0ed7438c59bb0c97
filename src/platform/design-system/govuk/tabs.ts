import { html, isFilled } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import type { Attributes } from '../attributes.ts'
import type { Extras, Gaps, TextOrHtml } from './content.ts'

export type TabItem = Readonly<{
  id?: string
  label: string
  attributes?: Attributes
  panel: TextOrHtml & Readonly<{ attributes?: Attributes }>
}>
export type TabsParams = Extras &
  Readonly<{ id?: string; idPrefix?: string; title?: string; items?: Gaps<TabItem> }>

/** GOV.UK tabs: sections of one page; without JavaScript a list of contents with all of them below. */
export function tabs(params: TabsParams): Html {
  const items = (params.items ?? []).map((item, index) =>
    item ? { ...item, id: item.id || `${params.idPrefix ?? ''}-${index + 1}`, first: index === 0 } : null,
  )
  const list = items.length
    ? html`<ul class="govuk-tabs__list">${items.map((item) => item && tab(item))}</ul>${items.map((item) => item && tabPanel(item))}`
    : null
  return html`<div${attribute('id', params.id)} class="${classNames('govuk-tabs', params.classes)}"${attributes(params.attributes)} data-module="govuk-tabs"><h2 class="govuk-tabs__title">${params.title ?? 'Contents'}</h2>${list}</div>`
}

type PlacedTab = TabItem & Readonly<{ id: string; first: boolean }>

const tab = (item: PlacedTab): Html =>
  html`<li class="${classNames('govuk-tabs__list-item', item.first && 'govuk-tabs__list-item--selected')}"><a class="govuk-tabs__tab" href="#${item.id}"${attributes(item.attributes)}>${item.label}</a></li>`

function tabPanel(item: PlacedTab): Html {
  const { html: markup, text } = item.panel
  const inside = isFilled(markup) ? markup : text ? html`<p class="govuk-body">${text}</p>` : null
  return html`<div class="${classNames('govuk-tabs__panel', !item.first && 'govuk-tabs__panel--hidden')}" id="${item.id}"${attributes(item.panel.attributes)}>${inside}</div>`
}
