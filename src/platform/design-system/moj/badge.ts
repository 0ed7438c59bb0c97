import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { contentOf } from '../govuk/content.ts'
import type { Extras, TextOrHtml } from '../govuk/content.ts'

export type MojBadgeParams = TextOrHtml & Extras

/** MoJ badge: a word in a box. */
export const mojBadge = (params: MojBadgeParams): Html =>
  html`<span class="${classNames('moj-badge', params.classes)}"${attributes(params.attributes)}>${contentOf(params)}</span>`
