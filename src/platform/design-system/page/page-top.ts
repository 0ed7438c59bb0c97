import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { backLink } from '../govuk/back-link.ts'
import { breadcrumbs } from '../govuk/breadcrumbs.ts'
import { exitThisPage } from '../govuk/exit-this-page.ts'
import { languageNavigation } from '../govuk/language-navigation.ts'
import type { Page } from './page.ts'

/** What stands between the header and a page's content: the way out, the way back, other languages. */
export const pageTop = (page: Page): Html => html`${exit(page)}${languages(page)}${way(page)}`

const exit = ({ exit: given }: Page): Html | null =>
  given
    ? html`<section aria-label="Exit this page" class="app-exit">${exitThisPage(typeof given === 'object' ? given : {})}</section>`
    : null

const languages = ({ languages: items }: Page): Html | null => (items ? languageNavigation({ items }) : null)

function way({ breadcrumbs: items, back }: Page): Html | null {
  if (items) return breadcrumbs({ items, collapseOnMobile: true })
  if (!back) return null
  return html`<nav aria-label="Back">${backLink(typeof back === 'string' ? { href: back } : back)}</nav>`
}
