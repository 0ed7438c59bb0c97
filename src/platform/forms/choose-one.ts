import { type Content, radios, select } from '../design-system/index.ts'
import { type FilledField, textOf } from './field.ts'

/** One of a list that the records give, as a drop-down; the field itself takes any text, and its use case checks it. */
export const chooseOne = (
  field: FilledField,
  items: readonly { value: string; text: string }[],
  none = 'Choose…',
): Content =>
  select({
    id: field.name,
    name: field.name,
    value: textOf(field.typed),
    label: { text: `${field.field.options.label}${field.field.options.optional ? ' (optional)' : ''}` },
    ...(field.field.options.hint ? { hint: { text: field.field.options.hint } } : {}),
    ...(field.message ? { errorMessage: { text: field.message } } : {}),
    items: [{ value: '', text: none }, ...items],
  })

/** The same as radios, none of them chosen before: for what is asked only where there is a choice, and has to be answered there. */
export const chooseOneOfFew = (
  field: FilledField,
  items: readonly { value: string; text: string; hint?: string }[],
): Content =>
  radios({
    idPrefix: field.name,
    name: field.name,
    value: textOf(field.typed),
    fieldset: { legend: { text: field.field.options.label, classes: 'govuk-fieldset__legend--s' } },
    ...(field.message ? { errorMessage: { text: field.message } } : {}),
    items: items.map(({ value, text, hint }) => ({ value, text, ...(hint ? { hint: { text: hint } } : {}) })),
  })
