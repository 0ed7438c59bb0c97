import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'
import { tag } from './tag.ts'

export type PhaseBannerParams = TextOrHtml &
  Extras &
  Readonly<{ tag?: TextOrHtml & Readonly<{ classes?: string }> }>

/** GOV.UK phase banner: a tag and a sentence across the top. */
export const phaseBanner = (params: PhaseBannerParams): Html =>
  html`<div class="${classNames('govuk-phase-banner govuk-width-container', params.classes)}"${attributes(params.attributes)}><p class="govuk-phase-banner__content">${tag({ text: params.tag?.text, html: params.tag?.html, classes: classNames('govuk-phase-banner__content__tag', params.tag?.classes) })}<span class="govuk-phase-banner__text">${contentOf(params)}</span></p></div>`
