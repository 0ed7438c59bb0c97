import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes } from '../attributes.ts'
import type { Attributes } from '../attributes.ts'
import { button } from '../govuk/button.ts'
import { contentOf } from '../govuk/content.ts'
import type { TextOrHtml } from '../govuk/content.ts'

type SelectedFilters = Readonly<{
  heading: TextOrHtml
  clearLink: Readonly<{ text: string; href: string }>
  categories: readonly Readonly<{
    heading: TextOrHtml
    items: readonly Readonly<{ text: string; href: string }>[]
  }>[]
}>
export type MojFilterParams = Readonly<{
  heading: TextOrHtml
  submit?: Readonly<{ text?: string; attributes?: Attributes }>
  selectedFilters?: SelectedFilters
  optionsHtml?: Html
  attributes?: Attributes
}>

/** MoJ filter: narrows a list. The caller puts the form around it. */
export function mojFilter(params: MojFilterParams): Html {
  const submit = button({
    text: params.submit?.text || 'Apply filters',
    attributes: params.submit?.attributes,
  })
  return html`<div class="moj-filter" data-module="moj-filter"${attributes(params.attributes)}><div class="moj-filter__header"><div class="moj-filter__header-title"><h2 class="govuk-heading-m">${contentOf(params.heading)}</h2></div>\n<div class="moj-filter__header-action"></div></div><div class="moj-filter__content">${params.selectedFilters ? selected(params.selectedFilters) : null}<div class="moj-filter__options">${submit}${params.optionsHtml}</div></div></div>`
}

const selected = ({ heading, clearLink, categories }: SelectedFilters): Html =>
  html`<div class="moj-filter__selected"><div class="moj-filter__selected-heading"><div class="moj-filter__heading-title"><h2 class="govuk-heading-m">${contentOf(heading)}</h2></div>\n<div class="moj-filter__heading-action"><p><a class="govuk-link govuk-link--no-visited-state" href="${clearLink.href}">${clearLink.text}</a></p></div></div>${categories.map(
    (category) =>
      html`<h3 class="govuk-heading-s govuk-!-margin-bottom-0">${contentOf(category.heading)}</h3><ul class="moj-filter-tags">${category.items.map(
        (item) =>
          html`<li><a class="moj-filter__tag" href="${item.href}"><span class="govuk-visually-hidden">Remove this filter</span> ${item.text}</a></li>`,
      )}</ul>`,
  )}</div>`
