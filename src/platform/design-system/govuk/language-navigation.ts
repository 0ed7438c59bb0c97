import { html, spaced } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type LanguageItem = TextOrHtml &
  Extras &
  Readonly<{
    href?: string
    lang?: string
    hrefLang?: string
    dir?: string
    current?: boolean
    languageDescriptionText?: string
  }>
export type LanguageNavigationParams = Extras &
  Readonly<{ items: readonly LanguageItem[]; ariaLabel?: string }>

/** GOV.UK language navigation: the same page in other languages. */
export const languageNavigation = (params: LanguageNavigationParams): Html =>
  html`<nav class="${classNames('govuk-language-navigation', params.classes)}"${attributes(params.attributes)} aria-label="${params.ariaLabel ?? 'Language'}"><ul class="govuk-language-navigation__list">${spaced(
    params.items.map(
      (item) =>
        html`<li class="govuk-language-navigation__list-item">${item.current || !item.href ? here(item) : elsewhere(item)}</li>`,
    ),
  )}</ul></nav>`

const here = (item: LanguageItem): Html =>
  html`<span class="${classNames('govuk-language-navigation__text', item.classes)}" aria-current="true"${attribute('lang', item.lang)}${attribute('dir', item.dir)}${attributes(item.attributes)}>${contentOf(item)}</span>`

const elsewhere = (item: LanguageItem): Html =>
  html`<a class="${classNames('govuk-language-navigation__link', item.classes)}" href="${item.href}" rel="alternate"${attribute('lang', item.lang)}${attribute('hreflang', item.hrefLang || item.lang)}${attribute('dir', item.dir)}${attributes(item.attributes)}>${contentOf(item)}${
    item.languageDescriptionText
      ? html`<span class="govuk-visually-hidden"> ${item.languageDescriptionText}</span>`
      : null
  }</a>`
