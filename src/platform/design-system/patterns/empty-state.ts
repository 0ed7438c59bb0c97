import { html } from '../html.ts'
import type { Html } from '../html.ts'

/** Says that there is nothing, and what can be done about it. */
export const emptyState = (options: {
  text: string | Html
  action?: Readonly<{ text: string; href: string }>
}): Html =>
  html`<div class="app-empty"><p class="govuk-body">${options.text}</p>${
    options.action
      ? html`<p class="govuk-body"><a class="govuk-link" href="${options.action.href}">${options.action.text}</a></p>`
      : null
  }</div>`
