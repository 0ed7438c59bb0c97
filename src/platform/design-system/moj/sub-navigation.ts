import { html, spaced } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import { contentOf } from '../govuk/content.ts'
import type { Extras, TextOrHtml } from '../govuk/content.ts'

export type MojSubNavigationParams = Extras &
  Readonly<{
    label?: string
    items: readonly (TextOrHtml & Extras & Readonly<{ href: string; active?: boolean }>)[]
  }>

/** MoJ sub navigation: the pages of one record, the one being read marked. */
export const mojSubNavigation = (params: MojSubNavigationParams): Html =>
  html`<nav class="${classNames('moj-sub-navigation', params.classes)}" aria-label="${params.label || 'Secondary navigation region'}"${attributes(params.attributes)}><ul class="moj-sub-navigation__list">${spaced(
    params.items.map(
      (item) =>
        html`<li class="${classNames('moj-sub-navigation__item', item.classes)}"><a class="moj-sub-navigation__link"${attribute('aria-current', item.active && 'page')} href="${item.href}"${attributes(item.attributes)}>${contentOf(item)}</a></li>`,
    ),
  )}</ul></nav>`
