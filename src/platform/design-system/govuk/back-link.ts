import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type BackLinkParams = TextOrHtml & Extras & Readonly<{ href?: string }>

/** GOV.UK back link; says "Back" unless told. */
export const backLink = (params: BackLinkParams): Html =>
  html`<a href="${params.href || '#'}" class="${classNames('govuk-back-link', params.classes)}"${attributes(params.attributes)}>${contentOf(params) || 'Back'}</a>`
