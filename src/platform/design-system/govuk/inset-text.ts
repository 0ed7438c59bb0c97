import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type InsetTextParams = TextOrHtml & Extras & Readonly<{ id?: string }>

/** GOV.UK inset text: words set apart from the rest. */
export const insetText = (params: InsetTextParams): Html =>
  html`<div${attribute('id', params.id)} class="${classNames('govuk-inset-text', params.classes)}"${attributes(params.attributes)}>${contentOf(params)}</div>`
