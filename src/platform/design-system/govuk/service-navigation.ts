import { html, isFilled, raw } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import type { Attributes } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, Gaps, TextOrHtml } from './content.ts'

export type ServiceNavigationItem = TextOrHtml &
  Readonly<{ href?: string; active?: boolean; current?: boolean; attributes?: Attributes }>
export type ServiceNavigationParams = Extras &
  Readonly<{
    ariaLabel?: string
    menuButtonText?: string
    menuButtonLabel?: string
    navigationLabel?: string
    navigationId?: string
    navigationClasses?: string
    collapseNavigationOnMobile?: boolean
    serviceName?: string
    serviceUrl?: string
    navigation?: Gaps<ServiceNavigationItem>
    slots?: Readonly<{
      start?: Html
      end?: Html | Readonly<{ html: Html; align?: 'inline' }>
      navigationStart?: Html
      navigationEnd?: Html
    }>
  }>

/** GOV.UK service navigation: the service's name and its pages; a menu on a phone when there are several. */
export function serviceNavigation(params: ServiceNavigationParams): Html {
  const { start, end } = params.slots ?? {}
  const endParts = end && 'html' in end ? end : { html: end, align: undefined }
  const common = html`class="${classNames('govuk-service-navigation', params.classes)}" data-module="govuk-service-navigation"${attributes(params.attributes)}`
  const container = classNames(
    'govuk-width-container',
    endParts.align === 'inline' && 'govuk-service-navigation__inlining-container',
  )
  const inside = html`<div class="${container}">${start}<div class="govuk-service-navigation__container">${serviceName(params)}${navigation(params)}</div>${endParts.html}</div>`
  return params.serviceName || isFilled(start) || isFilled(endParts.html)
    ? html`<section aria-label="${params.ariaLabel ?? 'Service information'}" ${common}>${inside}</section>`
    : html`<div ${common}>${inside}</div>`
}

function serviceName(params: ServiceNavigationParams): Html | null {
  if (!params.serviceName) return null
  const name = params.serviceUrl
    ? html`<a href="${params.serviceUrl}" class="govuk-service-navigation__link">${params.serviceName}</a>`
    : html`<span class="govuk-service-navigation__text">${params.serviceName}</span>`
  return html`<span class="govuk-service-navigation__service-name">${name}</span>`
}

function navigation(params: ServiceNavigationParams): Html | null {
  const { navigationStart, navigationEnd } = params.slots ?? {}
  const items = (params.navigation ?? []).flatMap((item) => (item ? [item] : []))
  if (items.length === 0 && !isFilled(navigationStart) && !isFilled(navigationEnd)) return null

  const words = params.menuButtonText || 'Menu'
  const id = params.navigationId || 'navigation'
  const label =
    params.menuButtonLabel && params.menuButtonLabel !== words
      ? html` aria-label="${params.menuButtonLabel}"`
      : null
  const toggle =
    (params.collapseNavigationOnMobile ?? items.length > 1)
      ? html`<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="${id}"${label} hidden aria-hidden="true">${words}</button>`
      : null
  return html`<nav aria-label="${params.navigationLabel || words}" class="${classNames('govuk-service-navigation__wrapper', params.navigationClasses)}">${toggle}<ul class="govuk-service-navigation__list" id="${id}">${navigationStart}${items.map(navigationItem)}${navigationEnd}</ul></nav>`
}

/** One page of a list of pages, marked where one is there. */
export function navigationItem(item: ServiceNavigationItem): Html {
  const marked = item.active || item.current
  const here = marked ? raw(` aria-current="${item.current ? 'page' : 'true'}"`) : null
  const words = contentOf(item)
  // Strong, so that whoever replaces our colours still sees where they are.
  const inside = marked
    ? html`<strong class="govuk-service-navigation__active-fallback">${words}</strong>`
    : words
  const body = item.href
    ? html`<a class="govuk-service-navigation__link" href="${item.href}"${here}${attributes(item.attributes)}>${inside}</a>`
    : isFilled(words)
      ? html`<span class="govuk-service-navigation__text"${here}>${inside}</span>`
      : null
  return html`<li class="${classNames('govuk-service-navigation__item', marked && 'govuk-service-navigation__item--active')}">${body}</li>`
}
