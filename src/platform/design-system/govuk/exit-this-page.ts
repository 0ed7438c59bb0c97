import { html, isFilled, raw } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import { button } from './button.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type ExitThisPageParams = TextOrHtml &
  Extras &
  Readonly<{
    id?: string
    redirectUrl?: string
    activatedText?: string
    timedOutText?: string
    pressTwoMoreTimesText?: string
    pressOneMoreTimeText?: string
  }>

const WORDS = raw('<span class="govuk-visually-hidden">Emergency</span> Exit this page')

/** GOV.UK exit this page: leaves at once for a harmless site (BBC Weather unless told). */
export function exitThisPage(params: ExitThisPageParams): Html {
  const words = contentOf(params)
  const leave = button({
    html: isFilled(words) ? html`${words}` : WORDS,
    classes: 'govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button',
    href: params.redirectUrl || 'https://www.bbc.co.uk/weather',
    attributes: { rel: 'nofollow noreferrer' },
  })
  return html`<div${attribute('id', params.id)} class="${classNames('govuk-exit-this-page', params.classes)}" data-module="govuk-exit-this-page"${attributes(params.attributes)}${attribute('data-i18n.activated', params.activatedText)}${attribute('data-i18n.timed-out', params.timedOutText)}${attribute('data-i18n.press-two-more-times', params.pressTwoMoreTimesText)}${attribute('data-i18n.press-one-more-time', params.pressOneMoreTimeText)}>${leave}</div>`
}
