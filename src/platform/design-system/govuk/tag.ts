import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type TagParams = TextOrHtml & Extras

/** GOV.UK tag. For a status use `statusTag`, which chooses the colour by meaning. */
export const tag = (params: TagParams): Html =>
  html`<strong class="${classNames('govuk-tag', params.classes)}"${attributes(params.attributes)}>${contentOf(params)}</strong>`
