import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type WarningTextParams = TextOrHtml & Extras & Readonly<{ iconFallbackText?: string }>

/** GOV.UK warning text: what follows if this is done, or not done. */
export const warningText = (params: WarningTextParams): Html =>
  html`<div class="${classNames('govuk-warning-text', params.classes)}"${attributes(params.attributes)}><span class="govuk-warning-text__icon" aria-hidden="true">!</span><strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">${params.iconFallbackText || 'Warning'}</span> ${contentOf(params)}</strong></div>`
