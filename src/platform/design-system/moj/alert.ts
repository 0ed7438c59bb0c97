import { headingName, html, isFilled } from '../html.ts'
import type { Content, Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import { contentOf } from '../govuk/content.ts'
import type { Extras, TextOrHtml } from '../govuk/content.ts'
import { ALERT_ICONS } from './alert-icons.ts'

export type MojAlertParams = TextOrHtml &
  Extras &
  Readonly<{
    title: string
    variant?: 'information' | 'success' | 'warning' | 'error'
    role?: string
    showTitleAsHeading?: boolean
    headingTag?: 'h2' | 'h3' | 'h4'
    dismissible?: boolean
    dismissText?: string
    disableAutoFocus?: boolean
    focusOnDismissSelector?: string
  }>

/** MoJ alert: says what kind it is to screen readers, not by colour alone. */
export function mojAlert(params: MojAlertParams): Html {
  const variant = params.variant && params.variant in ALERT_ICONS ? params.variant : 'information'
  const words = contentOf(params)
  const names = classNames(
    'moj-alert',
    `moj-alert--${variant}`,
    params.showTitleAsHeading && isFilled(words) && 'moj-alert--with-heading',
    params.classes,
  )
  const data = html`${attribute('data-dismissible', params.dismissible)}${attribute('data-disable-auto-focus', params.disableAutoFocus)}${attribute('data-focus-on-dismiss-selector', params.focusOnDismissSelector)}`
  return html`<div role="${params.role || 'region'}" class="${names}" aria-label="${variant}: ${params.title}" data-module="moj-alert"${data}${attributes(params.attributes)}><div><svg class="moj-alert__icon" role="presentation" focusable="false" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30" height="30" width="30">${ALERT_ICONS[variant]}</svg></div><div class="moj-alert__content">${alertWords(params, words)}</div><div class="moj-alert__action"><button class="moj-alert__dismiss" hidden>${params.dismissText || 'Dismiss'}</button></div></div>`
}

function alertWords(params: MojAlertParams, words: Content): Content {
  if (!isFilled(words)) return params.title
  if (!params.showTitleAsHeading) return words
  const heading = headingName(params.headingTag?.slice(1))
  return html`<${heading} class="moj-alert__heading">${params.title}</${heading}>${words}`
}
