import { isId } from '#platform/act.ts'
import { type Content, radios } from '#platform/design-system/index.ts'
import { textOf, type Field, type FieldOptions, type FilledField } from '#platform/forms/field.ts'

/** One record of a list that is read from the database: its id, or null when optional. The page prints it with `pickOf`. */
export function pick<const O extends FieldOptions>(
  options: O,
): Field<O extends { optional: true } ? string | null : string> {
  type Value = O extends { optional: true } ? string | null : string
  return {
    kind: 'pick',
    options,
    typed: (body, name) => textOf(body[name]),
    read: (typed) => {
      const id = textOf(typed)
      if (id === '' && options.optional) return { value: null as Value }
      return isId(id) ? { value: id } : { message: `Select ${options.name}` }
    },
    retype: (value) => value ?? '',
    render: () => {
      throw new Error('A list from the database is printed with pickOf, which knows what can be picked')
    },
  }
}

/** The question with what can be picked, in the order given. */
export const pickOf = (
  { name, typed, message, field }: FilledField,
  items: readonly { id: string; text: string; hint?: string | undefined }[],
): Content =>
  radios({
    idPrefix: name,
    name,
    value: textOf(typed),
    fieldset: { legend: { text: field.options.label, classes: 'govuk-fieldset__legend--s' } },
    ...(field.options.hint ? { hint: { text: field.options.hint } } : {}),
    ...(message ? { errorMessage: { text: message } } : {}),
    items: items.map(({ id, text, hint }) => ({
      value: id,
      text,
      ...(hint ? { hint: { text: hint } } : {}),
    })),
  })

/** An optional question without "(optional)" behind it, where a sentence on the page says already what may be left out. */
export const unmarked = <V>(optional: Field<V>, asked: Pick<Field<never>, 'render'>): Field<V> => ({
  ...optional,
  render: asked.render,
})
