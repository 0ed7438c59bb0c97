import { headingName, html, isFilled } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { button } from './button.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'

type PanelAction = Extras & Readonly<{ text: string; href?: string; type?: 'submit' | 'button' | 'reset' }>
export type PanelParams = TextOrHtml &
  Extras &
  Readonly<{
    titleText?: string
    titleHtml?: Html
    headingLevel?: number
    actions?: Extras & Readonly<{ items?: readonly PanelAction[] }>
  }>

/** GOV.UK panel: what has been done. With class `govuk-panel--interruption`, a question with actions. */
export function panel(params: PanelParams): Html {
  const interruption = params.classes?.includes('govuk-panel--interruption')
  const heading = headingName(params.headingLevel, 1)
  const names = classNames('govuk-panel', !interruption && 'govuk-panel--confirmation', params.classes)
  const words = contentOf(params)
  return html`<div class="${names}"${attributes(params.attributes)}><${heading} class="govuk-panel__title">${contentOf({ text: params.titleText, html: params.titleHtml })}</${heading}>${isFilled(words) ? html`<div class="govuk-panel__body">${words}</div>` : null}${interruption && params.actions ? actionsOf(params.actions) : null}</div>`
}

const actionsOf = (actions: NonNullable<PanelParams['actions']>): Html =>
  html`<div class="${classNames('govuk-panel__actions', actions.classes)}"${attributes(actions.attributes)}>${
    actions.items?.length ? html`<div class="govuk-button-group">${actions.items.map(action)}</div>` : null
  }</div>`

const action = (item: PanelAction): Html =>
  !item.href || item.type === 'button'
    ? button({
        ...item,
        type: item.type || 'button',
        classes: classNames('govuk-button--inverse', item.classes),
      })
    : html`<a class="${classNames('govuk-link govuk-link--inverse', item.classes)}" href="${item.href}"${attributes(item.attributes)}>${item.text}</a>`
