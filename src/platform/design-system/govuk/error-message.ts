import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type ErrorMessageParams = TextOrHtml & Extras & Readonly<{ id?: string; visuallyHiddenText?: string }>

/** GOV.UK error message beside a field. `visuallyHiddenText` is the word "Error" unless told. */
export function errorMessage(params: ErrorMessageParams): Html {
  const prefix = params.visuallyHiddenText ?? 'Error'
  return html`<p${attribute('id', params.id)} class="${classNames('govuk-error-message', params.classes)}"${attributes(params.attributes)}>${
    prefix ? html`<span class="govuk-visually-hidden">${prefix}:</span> ` : null
  }${contentOf(params)}</p>`
}
