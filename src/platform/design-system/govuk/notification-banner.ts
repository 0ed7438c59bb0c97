import { headingName, html, isFilled } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type NotificationBannerParams = TextOrHtml &
  Extras &
  Readonly<{
    type?: 'success'
    role?: string
    titleText?: string
    titleHtml?: Html
    titleId?: string
    titleHeadingLevel?: number | string
    disableAutoFocus?: boolean
  }>

/** GOV.UK notification banner: "Important", or "Success" (read out at once) when `type` is `success`. */
export function notificationBanner(params: NotificationBannerParams): Html {
  const success = params.type === 'success'
  const names = classNames(
    'govuk-notification-banner',
    success && 'govuk-notification-banner--success',
    params.classes,
  )
  const title =
    contentOf({ text: params.titleText, html: params.titleHtml }) || (success ? 'Success' : 'Important')
  const titleId = params.titleId || 'govuk-notification-banner-title'
  const heading = headingName(params.titleHeadingLevel)
  const quiet =
    params.disableAutoFocus === undefined
      ? null
      : html` data-disable-auto-focus="${String(params.disableAutoFocus)}"`
  const words = isFilled(params.html)
    ? params.html
    : params.text
      ? html`<p class="govuk-notification-banner__heading">${params.text}</p>`
      : null
  return html`<div class="${names}" role="${params.role || (success ? 'alert' : 'region')}" aria-labelledby="${titleId}" data-module="govuk-notification-banner"${quiet}${attributes(params.attributes)}><div class="govuk-notification-banner__header"><${heading} class="govuk-notification-banner__title" id="${titleId}">${title}</${heading}></div><div class="govuk-notification-banner__content">${words}</div></div>`
}
