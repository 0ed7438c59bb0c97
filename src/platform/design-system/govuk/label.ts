import { html, isFilled } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type LabelParams = TextOrHtml & Extras & Readonly<{ for?: string; isPageHeading?: boolean }>

/** GOV.UK label; nothing at all when it has no words. The page's `<h1>` when `isPageHeading`. */
export function label(params: LabelParams): Html {
  const words = contentOf(params)
  if (!isFilled(words)) return html``
  const element = html`<label class="${classNames('govuk-label', params.classes)}"${attributes(params.attributes)}${attribute('for', params.for)}>${words}</label>`
  return params.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}
