import { html, isFilled } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type DetailsParams = TextOrHtml &
  Extras &
  Readonly<{ id?: string; open?: boolean; summaryText?: string; summaryHtml?: Html }>

/** GOV.UK details: words that open when asked for. */
export const details = (params: DetailsParams): Html =>
  html`<details${attribute('id', params.id)} class="${classNames('govuk-details', params.classes)}"${attributes(params.attributes)}${params.open ? ' open' : null}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${isFilled(params.summaryHtml) ? params.summaryHtml : params.summaryText}</span></summary><div class="govuk-details__text">${contentOf(params)}</div></details>`
