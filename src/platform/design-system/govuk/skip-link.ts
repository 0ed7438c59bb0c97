import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type SkipLinkParams = TextOrHtml & Extras & Readonly<{ href?: string }>

/** GOV.UK skip link: the first stop of the keyboard, past the header to the content. */
export const skipLink = (params: SkipLinkParams): Html =>
  html`<a href="${params.href || '#content'}" class="${classNames('govuk-skip-link', params.classes)}"${attributes(params.attributes)} data-module="govuk-skip-link">${contentOf(params)}</a>`
