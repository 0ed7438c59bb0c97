import { html } from '../html.ts'
import type { Content, Html } from '../html.ts'

const SAFE = /^(https?:|mailto:|tel:|[/?#])/i

/**
 * A link. `hidden` adds words for screen readers that tell apart links with the same text. An address that could run
 * a script (a partner's website is typed by somebody) is shown as text only.
 */
export function link(text: Content, href: string, options: Readonly<{ hidden?: string }> = {}): Html {
  const about = options.hidden ? html`<span class="govuk-visually-hidden"> ${options.hidden}</span>` : null
  return SAFE.test(href.trim())
    ? html`<a class="govuk-link" href="${href}">${text}${about}</a>`
    : html`${text}`
}
