import { headingName, html, spaced } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { button } from '../govuk/button.ts'
import type { ButtonParams } from '../govuk/button.ts'
import { contentOf } from '../govuk/content.ts'
import type { Extras, TextOrHtml } from '../govuk/content.ts'

export type MojPageHeaderActionsParams = Extras &
  Readonly<{
    heading: TextOrHtml & Readonly<{ level?: number; classes?: string }>
    items?: readonly ButtonParams[]
  }>

/** MoJ page header actions: the page's heading with what can be done beside it. */
export function mojPageHeaderActions(params: MojPageHeaderActionsParams): Html {
  const heading = headingName(params.heading.level, 1)
  const actions = params.items
    ? html`<div class="moj-page-header-actions__actions"><div class="moj-button-group moj-button-group--inline">${spaced(params.items.map(button))}</div></div>`
    : null
  return html`<div class="${classNames('moj-page-header-actions', params.classes)}"${attributes(params.attributes)}><div class="moj-page-header-actions__title"><${heading} class="${params.heading.classes ?? 'govuk-heading-xl'}">${contentOf(params.heading)}</${heading}></div>${actions}</div>`
}
