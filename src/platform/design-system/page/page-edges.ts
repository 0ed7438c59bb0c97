import { html, spaced } from '../html.ts'
import type { Html } from '../html.ts'
import { genericHeader } from '../govuk/generic-header.ts'
import { phaseBanner } from '../govuk/phase-banner.ts'
import { navigationItem, serviceNavigation } from '../govuk/service-navigation.ts'
import type { ServiceNavigationItem } from '../govuk/service-navigation.ts'
import { classNames } from '../attributes.ts'
import type { Frame, NavigationItem } from './frame.ts'
import { postForm } from './post-form.ts'

/** The header of every page: the service's name, its pages, who is signed in, and that it is a demonstration. */
export const pageHeader = (frame: Frame): Html =>
  html`<header class="govuk-template__header">${genericHeader({ logoText: frame.service.name, url: frame.service.url })}${navigation(frame)}</header>${demonstration(frame)}`

function navigation(frame: Frame): Html | null {
  const end = signedIn(frame)
  if (frame.navigation.length === 0 && !end) return null
  const items = frame.navigation.map((item) => marked(item, frame.currentUrl))
  // One row of pages is read at a glance; whoever has more finds the rest one step away, without scripts too.
  const direct = items.length > IN_A_ROW + 1 ? items.splice(0, IN_A_ROW) : items.splice(0)
  return serviceNavigation({
    navigation: direct,
    slots: {
      ...(end ? { end: { html: end, align: 'inline' } } : {}),
      ...(items.length ? { navigationEnd: more(items) } : {}),
    },
  })
}

const IN_A_ROW = 7

function more(items: readonly ServiceNavigationItem[]): Html {
  const here = items.find(({ current, active }) => current || active)
  return html`<li class="${classNames('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}"><details class="app-more"><summary class="govuk-service-navigation__link">${here ? html`More<span class="govuk-visually-hidden">, you are in ${here.text}</span>` : 'More'}</summary><ul class="govuk-service-navigation__list">${items.map(navigationItem)}</ul></details></li>`
}

function marked(item: NavigationItem, currentUrl: string) {
  const path = currentUrl.split('?')[0] ?? ''
  const within = item.href !== '/' && path.startsWith(`${item.href}/`)
  return { text: item.text, href: item.href, current: path === item.href, active: item.active ?? within }
}

function signedIn({ signedInAs }: Frame): Html | null {
  if (!signedInAs) return null
  const { name, detail, signOutUrl, accountUrl } = signedInAs
  const who = accountUrl
    ? html`<a class="govuk-service-navigation__link" href="${accountUrl}">${name}</a>`
    : name
  const out = html`<button class="app-link-button">Sign out</button>`
  return html`<div class="app-signed-in"><span>${who}${detail ? html`<span class="app-signed-in__detail">, ${detail}</span>` : null}</span>${postForm({ action: signOutUrl }, out)}</div>`
}

function demonstration({ demonstration: given }: Frame): Html | null {
  if (!given) return null
  const words = given === true ? 'This is a demonstration. Nobody here is real.' : given
  return html`<div class="app-demonstration" role="region" aria-label="Demonstration">${phaseBanner({ tag: { text: 'Demonstration' }, html: html`${words}` })}</div>`
}

/** The footer of every page: links only. No crown, no Crown copyright. */
export function pageFooter({ footer = [], service }: Frame): Html {
  const links = footer.map(
    ({ text, href }) =>
      html`<li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="${href}">${text}</a></li>`,
  )
  return html`<footer class="govuk-template__footer"><div class="govuk-footer"><div class="govuk-width-container"><div class="govuk-footer__meta"><div class="govuk-footer__meta-item govuk-footer__meta-item--grow">${
    links.length
      ? html`<h2 class="govuk-visually-hidden">Support links</h2><ul class="govuk-footer__inline-list">${spaced(links)}</ul>`
      : null
  }<span>${service.name}</span></div></div></div></div></footer>`
}
