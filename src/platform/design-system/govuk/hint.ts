import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type HintParams = TextOrHtml & Extras & Readonly<{ id?: string }>

/** GOV.UK hint: help in grey under a label or legend. */
export const hint = (params: HintParams): Html =>
  html`<div${attribute('id', params.id)} class="${classNames('govuk-hint', params.classes)}"${attributes(params.attributes)}>${contentOf(params)}</div>`
