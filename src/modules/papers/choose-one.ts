import { type Content, select } from '#platform/design-system/index.ts'
import { type FilledField, textOf } from '#platform/forms/index.ts'

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
