import { headingName, html, spaced } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

export type SummaryAction = TextOrHtml & Extras & Readonly<{ href: string; visuallyHiddenText?: string }>
export type SummaryCardTitle = TextOrHtml & Readonly<{ headingLevel?: number; classes?: string }>
export type SummaryCardParams = Extras &
  Readonly<{
    title?: SummaryCardTitle
    actions?: Readonly<{ items?: readonly SummaryAction[]; classes?: string }>
  }>

/** The card around a summary list: its title and what can be done with the whole of it. */
export function summaryCard(params: SummaryCardParams, list: Html): Html {
  const heading = headingName(params.title?.headingLevel)
  const title = params.title
    ? html`<${heading} class="${classNames('govuk-summary-card__title', params.title.classes)}">${contentOf(params.title)}</${heading}>`
    : null
  return html`<div class="${classNames('govuk-summary-card', params.classes)}"${attributes(params.attributes)}><div class="govuk-summary-card__title-wrapper">${title}${cardActions(params)}</div><div class="govuk-summary-card__content">${list}</div></div>`
}

function cardActions({ actions, title }: SummaryCardParams): Html | null {
  const items = actions?.items ?? []
  if (items.length === 0) return null
  const names = classNames('govuk-summary-card__actions', actions?.classes)
  const links = items.map((item) => summaryActionLink(item, title))
  if (links.length === 1) return html`<div class="${names}">${links}</div>`
  return html`<ul class="${names}">${spaced(links.map((link) => html`<li class="govuk-summary-card__action">${link}</li>`))}</ul>`
}

/** A link of a summary list; what it is about is said to screen readers, with the card it stands in. */
export function summaryActionLink(action: SummaryAction, cardTitle: SummaryCardTitle | undefined): Html {
  const about =
    action.visuallyHiddenText || cardTitle
      ? html`<span class="govuk-visually-hidden">${action.visuallyHiddenText ? ` ${action.visuallyHiddenText}` : null}${cardTitle ? html` (${contentOf(cardTitle)})` : null}</span>`
      : null
  return html`<a class="${classNames('govuk-link', action.classes)}" href="${action.href}"${attributes(action.attributes)}>${contentOf(action)}${about}</a>`
}
