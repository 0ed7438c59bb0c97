import { html, spaced } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { button } from '../govuk/button.ts'
import type { ButtonParams } from '../govuk/button.ts'
import type { Extras } from '../govuk/content.ts'

export type MojButtonMenuParams = Extras &
  Readonly<{
    items: readonly ButtonParams[]
    button?: Readonly<{ text?: string; classes?: string }>
    alignMenu?: 'left' | 'right'
  }>

/** MoJ button menu: several actions behind one button; without JavaScript, the buttons themselves. */
export function mojButtonMenu(params: MojButtonMenuParams): Html {
  const settings = attributes({
    'data-button-text': { value: params.button?.text, optional: true },
    'data-button-classes': { value: params.button?.classes, optional: true },
    'data-align-menu': { value: params.alignMenu, optional: true },
  })
  const items = params.items.map((item) =>
    button({ ...item, classes: classNames('moj-button-menu__item govuk-button--secondary', item.classes) }),
  )
  return html`<div class="${classNames('moj-button-menu', params.classes)}" data-module="moj-button-menu"${attributes(params.attributes)}${settings}>${spaced(items)}</div>`
}
