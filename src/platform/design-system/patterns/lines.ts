import { html } from '../html.ts'
import type { Html } from '../html.ts'

/** Text as it was typed, its line breaks kept. */
export const lines = (text: string): Html => html`<div class="govuk-body app-lines">${text}</div>`
