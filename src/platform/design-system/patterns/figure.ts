import { html } from '../html.ts'
import type { Content, Html } from '../html.ts'
import { numberInWords } from '../../words/numbers.ts'

export type FigureOptions = Readonly<{
  label: string
  /** Text is printed as it is ("fewer than 5"); `null` says that there is no figure. */
  value: number | string | null
  unit?: string
  /** What it is out of: "of 16,707 referrals". */
  of?: Readonly<{ value: number; label: string }>
  definition?: Readonly<{ href: string }>
  note?: Content
}>

/** A number with what it is of and how it is counted. Several stand side by side in `figures`. */
export function figure({ label, value, unit, of, definition, note }: FigureOptions): Html {
  const words = value === null ? 'No figure' : typeof value === 'number' ? numberInWords(value) : value
  return html`<div class="app-figure"><p class="app-figure__label">${label}</p><p class="app-figure__value">${words}${
    unit && value !== null
      ? html`<span class="app-figure__unit">${unit === '%' ? '' : ' '}${unit}</span>`
      : null
  }</p>${of ? html`<p class="app-figure__of">of ${numberInWords(of.value)} ${of.label}</p>` : null}${
    note ? html`<p class="app-figure__note">${note}</p>` : null
  }${
    definition
      ? html`<p class="app-figure__definition"><a class="govuk-link" href="${definition.href}">How this is counted<span class="govuk-visually-hidden">: ${label}</span></a></p>`
      : null
  }</div>`
}

/** Figures side by side, below each other on a phone. */
export const figures = (items: readonly Html[]): Html => html`<div class="app-figures">${items}</div>`
