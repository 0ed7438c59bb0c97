import { html } from '../html.ts'
import type { Html } from '../html.ts'
import type { Attributes } from '../attributes.ts'
import { button } from '../govuk/button.ts'

type CardAction = Readonly<{
  text: string
  href?: string
  style?: 'link' | 'button'
  attributes?: Attributes
}>
export type MojInterruptionCardParams = Readonly<{
  heading: string
  html: Html
  primaryAction: CardAction
  secondaryAction?: CardAction
}>

/** MoJ interruption card: stops before something that should not be done in passing. */
export const mojInterruptionCard = (params: MojInterruptionCardParams): Html =>
  html`<div class="moj-interruption-card"><div class="moj-interruption-card__content"><h1 class="moj-interruption-card__heading">${params.heading}</h1><div class="moj-interruption-card__body">${params.html}</div><div class="govuk-button-group moj-interruption-card__actions">${action(params.primaryAction, 'button')}${
    params.secondaryAction ? action(params.secondaryAction, 'link') : null
  }</div></div></div>`

const action = (params: CardAction, usual: 'link' | 'button'): Html =>
  (params.style ?? usual) === 'link'
    ? html`<a class="govuk-link govuk-link--inverse" href="${params.href}">${params.text}</a>`
    : button({
        text: params.text,
        classes: 'govuk-button--inverse',
        href: params.href,
        preventDoubleClick: true,
        attributes: params.attributes,
      })
