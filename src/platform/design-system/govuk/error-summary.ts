import { html, isFilled } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import type { Attributes } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type ErrorSummaryItem = TextOrHtml & Readonly<{ href?: string; attributes?: Attributes }>
export type ErrorSummaryParams = Extras &
  Readonly<{
    titleText?: string
    titleHtml?: Html
    descriptionText?: string
    descriptionHtml?: Html
    errorList?: readonly ErrorSummaryItem[]
    disableAutoFocus?: boolean
  }>

/** GOV.UK error summary: what is wrong on the page, each with a link to its field. */
export function errorSummary(params: ErrorSummaryParams): Html {
  const quiet =
    params.disableAutoFocus === undefined
      ? null
      : html` data-disable-auto-focus="${String(params.disableAutoFocus)}"`
  const description = contentOf({ text: params.descriptionText, html: params.descriptionHtml })
  const items = params.errorList?.length
    ? html`<ul class="govuk-list govuk-error-summary__list">${params.errorList.map(line)}</ul>`
    : null
  return html`<div class="${classNames('govuk-error-summary', params.classes)}"${quiet}${attributes(params.attributes)} data-module="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">${contentOf({ text: params.titleText, html: params.titleHtml })}</h2><div class="govuk-error-summary__body">${isFilled(description) ? html`<p>${description}</p>` : null}${items}</div></div></div>`
}

const line = (item: ErrorSummaryItem): Html =>
  item.href
    ? html`<li><a href="${item.href}"${attributes(item.attributes)}>${contentOf(item)}</a></li>`
    : html`<li>${contentOf(item)}</li>`
