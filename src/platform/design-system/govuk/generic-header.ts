import { html, isFilled } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import type { Extras } from './content.ts'

export type GenericHeaderParams = Extras &
  Readonly<{ url?: string; logoText?: string; logoHtml?: Html; containerClasses?: string }>

/** The Design System's header for services that are not on GOV.UK: no crown, no GOV.UK name. */
export const genericHeader = (params: GenericHeaderParams): Html =>
  html`<div class="${classNames('govuk-generic-header', params.classes)}"${attributes(params.attributes)}><div class="govuk-generic-header__container ${params.containerClasses || 'govuk-width-container'}"><div class="govuk-generic-header__logo"><a href="${params.url || '/'}" class="govuk-generic-header__homepage-link">${isFilled(params.logoHtml) ? params.logoHtml : params.logoText}</a></div></div></div>`
