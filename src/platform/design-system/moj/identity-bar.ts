import { html, spaced } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { contentOf } from '../govuk/content.ts'
import type { Extras, TextOrHtml } from '../govuk/content.ts'
import { mojButtonMenu } from './button-menu.ts'
import type { MojButtonMenuParams } from './button-menu.ts'

export type MojIdentityBarParams = Extras &
  Readonly<{ title?: TextOrHtml; menus?: readonly MojButtonMenuParams[] }>

/** MoJ identity bar. A page about a person uses `identityBar`, which also carries the facts that matter at once. */
export const mojIdentityBar = (params: MojIdentityBarParams): Html =>
  html`<div class="${classNames('moj-identity-bar', params.classes)}"${attributes(params.attributes)}><div class="moj-identity-bar__container"><div class="moj-identity-bar__details">${
    params.title ? html`<span class="moj-identity-bar__title">${contentOf(params.title)}</span>` : null
  }</div>${
    params.menus
      ? html`\n<div class="moj-identity-bar__actions">${spaced(params.menus.map((menu) => html`<div class="moj-identity-bar__menu">${mojButtonMenu(menu)}</div>`))}</div>`
      : null
  }</div></div>`
