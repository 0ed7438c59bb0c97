import { html, isFilled } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type LegendParams = TextOrHtml & Readonly<{ classes?: string; isPageHeading?: boolean }>
export type FieldsetParams = Extras &
  Readonly<{ describedBy?: string; role?: string; legend?: LegendParams; html?: Html }>

/** GOV.UK fieldset: fields that answer one question, under its legend. */
export const fieldset = (params: FieldsetParams): Html =>
  html`<fieldset class="${classNames('govuk-fieldset', params.classes)}"${attribute('role', params.role)}${attribute('aria-describedby', params.describedBy)}${attributes(params.attributes)}>${legend(params.legend)}${params.html}</fieldset>`

function legend(params: LegendParams | undefined): Html | null {
  const words = contentOf(params)
  if (!isFilled(words)) return null
  return html`<legend class="${classNames('govuk-fieldset__legend', params?.classes)}">${
    params?.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${words}</h1>` : words
  }</legend>`
}
