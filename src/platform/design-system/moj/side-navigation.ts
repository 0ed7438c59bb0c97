import { headingName, html } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import type { Attributes } from '../attributes.ts'
import { contentOf } from '../govuk/content.ts'
import type { Extras, TextOrHtml } from '../govuk/content.ts'

type SideItem = TextOrHtml & Readonly<{ href: string; active?: boolean; attributes?: Attributes }>
type SideSection = Readonly<{
  heading: TextOrHtml & Extras & Readonly<{ headingLevel?: number }>
  items: readonly SideItem[]
}>
export type MojSideNavigationParams = Extras &
  Readonly<{ label?: string; items?: readonly SideItem[]; sections?: readonly SideSection[] }>

/** MoJ side navigation: the pages of a section, with or without headings between them. */
export const mojSideNavigation = (params: MojSideNavigationParams): Html =>
  html`<nav class="${classNames('moj-side-navigation', params.classes)}"${attribute('aria-label', params.label)}${attributes(params.attributes)}>${
    params.sections ? params.sections.map(sectionOf) : list(params.items ?? [])
  }</nav>`

function sectionOf({ heading, items }: SideSection): Html {
  const level = headingName(heading.headingLevel, 4)
  return html`<${level} class="${classNames('moj-side-navigation__title', heading.classes)}"${attributes(heading.attributes)}>${contentOf(heading)}</${level}>${list(items)}`
}

const list = (items: readonly SideItem[]): Html =>
  html`<ul class="moj-side-navigation__list">${items.map(
    (item) =>
      html`<li class="${classNames('moj-side-navigation__item', item.active && 'moj-side-navigation__item--active')}"${attributes(item.attributes)}><a href="${item.href}"${attribute('aria-current', item.active && 'location')}>${contentOf(item)}</a></li>`,
  )}</ul>`
