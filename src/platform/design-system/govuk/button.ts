import { html, isFilled, raw } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type ButtonParams = TextOrHtml &
  Extras &
  Readonly<{
    id?: string
    name?: string
    type?: 'submit' | 'button' | 'reset'
    value?: string
    disabled?: boolean
    href?: string
    preventDoubleClick?: boolean
    isStartButton?: boolean
  }>

const START_ICON = raw(
  '<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>',
)

/** GOV.UK button; a link that looks like one when `href` is given. */
export function button(params: ButtonParams): Html {
  const names = classNames('govuk-button', params.classes, params.isStartButton && 'govuk-button--start')
  const common = html` class="${names}" data-module="govuk-button"${attributes(params.attributes)}${attribute('id', params.id)}`
  const words =
    params.isStartButton && isFilled(params.html) ? html`<span>${params.html}</span>` : contentOf(params)
  const inside = html`${words}${params.isStartButton ? START_ICON : null}`

  if (params.href)
    return html`<a href="${params.href}" role="button" draggable="false"${common}>${inside}</a>`

  const once =
    params.preventDoubleClick === undefined
      ? null
      : html` data-prevent-double-click="${String(params.preventDoubleClick)}"`
  return html`<button type="${params.type ?? 'submit'}"${attribute('value', params.value)}${attribute('name', params.name)}${params.disabled ? raw(' disabled aria-disabled="true"') : null}${once}${common}>${inside}</button>`
}
