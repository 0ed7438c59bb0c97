import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { contentOf } from '../govuk/content.ts'
import type { Extras, TextOrHtml } from '../govuk/content.ts'

export type MojTicketPanelParams = Extras & Readonly<{ items: readonly (TextOrHtml & Extras)[] }>

/** MoJ ticket panel: a bordered box for one thing among several. */
export const mojTicketPanel = (params: MojTicketPanelParams): Html =>
  html`<article class="${classNames('moj-ticket-panel', params.classes)}"${attributes(params.attributes)}>${params.items.map(
    (item) =>
      html`<section class="${classNames('moj-ticket-panel__content', item.classes)}"${attributes(item.attributes)}>${contentOf(item)}</section>`,
  )}</article>`
