import { html } from '../html.ts'
import type { Content, Html } from '../html.ts'
import { mojIdentityBar } from '../moj/identity-bar.ts'
import { statusTag } from './status-tag.ts'
import type { Tone } from './status-tag.ts'

export type IdentityFact = Readonly<{ label: string; value: Content; tone?: Tone }>

export type IdentityBarOptions = Readonly<{
  name: Content
  /** Three or four, so that they stay in sight without scrolling on a phone. With a tone the value is a status. */
  facts: readonly IdentityFact[]
  actions?: readonly Readonly<{ text: string; href: string }>[]
}>

/** Who or what a page is about, with what must be seen before anything is done. */
export const identityBar = ({ name, facts, actions }: IdentityBarOptions): Html =>
  html`<div class="app-identity-bar">${mojIdentityBar({
    title: { html: html`${name}` },
    menus: actions?.length
      ? [
          {
            items: actions,
            button: { text: 'Actions', classes: 'govuk-button--secondary' },
            alignMenu: 'right',
          },
        ]
      : undefined,
  })}<dl class="app-identity-bar__facts">${facts.map(fact)}</dl></div>`

const fact = ({ label, value, tone }: IdentityFact): Html =>
  html`<div><dt>${label}</dt><dd>${tone && typeof value === 'string' ? statusTag(value, tone) : value}</dd></div>`
