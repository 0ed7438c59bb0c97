import { checkboxes, radios, select } from '../design-system/index.ts'
import type { Field, FieldOptions, FilledField, Typed } from './field.ts'
import { textOf } from './field.ts'
import { label } from './words.ts'

/** Code to label, in the order shown. */
export type Choices = Readonly<Record<string, string>>

type ChoiceOptions = FieldOptions & {
  /** A drop-down, for lists too long for radios. */
  as?: 'radios' | 'select'
  inline?: boolean
  hints?: Readonly<Record<string, string>>
}

/** One of a list; `null` when optional and none was chosen. */
export function choice<const C extends Choices, const O extends ChoiceOptions>(
  choices: C,
  options: O,
): Field<O extends { optional: true } ? (keyof C & string) | null : keyof C & string> {
  type Value = O extends { optional: true } ? (keyof C & string) | null : keyof C & string
  return {
    kind: 'choice',
    options: { ...options, choices },
    typed: (body, name) => textOf(body[name]),
    read: (typed: Typed) => {
      const code = textOf(typed)
      if (code === '')
        return options.optional ? { value: null as Value } : { message: `Select ${options.name}` }
      return Object.hasOwn(choices, code)
        ? { value: code }
        : { message: `Select ${options.name} from the list` }
    },
    retype: (value) => value ?? '',
    render: (field: FilledField) =>
      options.as === 'select' ? renderSelect(field, choices, options) : renderRadios(field, choices, options),
  }
}

/** Any number of a list (at least one unless optional). */
export function severalOf<const C extends Choices>(
  choices: C,
  options: FieldOptions,
): Field<(keyof C & string)[]> {
  return {
    kind: 'severalOf',
    options: { ...options, choices },
    typed: (body, name) => [body[name] ?? []].flat().filter((code) => code !== ''),
    read: (typed: Typed) => {
      const codes = Array.isArray(typed) ? typed : []
      if (codes.length === 0 && !options.optional) return { message: `Select ${options.name}` }
      if (codes.some((code) => !Object.hasOwn(choices, code)))
        return { message: `Select ${options.name} from the list` }
      return { value: codes }
    },
    retype: (value) => value,
    render: (field: FilledField) =>
      checkboxes({
        idPrefix: field.name,
        name: field.name,
        ...legend(field, options),
        items: Object.entries(choices).map(([value, text]) => ({
          value,
          text,
          checked: Array.isArray(field.typed) && field.typed.includes(value),
        })),
      }),
  }
}

/** Yes or no, as true or false; `null` when optional and not answered. */
export function yesNo<const O extends ChoiceOptions>(
  options: O,
): Field<O extends { optional: true } ? boolean | null : boolean> {
  type Value = O extends { optional: true } ? boolean | null : boolean
  const both = choice({ yes: 'Yes', no: 'No' }, { inline: true, ...options })
  return {
    ...(both as unknown as Field<Value>),
    kind: 'yesNo',
    read: (typed, today) => {
      const read = both.read(typed, today) as { value: 'yes' | 'no' | null } | { message: string }
      return 'message' in read
        ? read
        : { value: (read.value === null ? null : read.value === 'yes') as Value }
    },
    retype: (value) => (value === null ? '' : value ? 'yes' : 'no'),
  }
}

const legend = (field: FilledField, options: FieldOptions) => ({
  fieldset: { legend: { text: label(options), classes: 'govuk-fieldset__legend--s' } },
  ...(options.hint ? { hint: { text: options.hint } } : {}),
  ...(field.message ? { errorMessage: { text: field.message } } : {}),
})

const offered = ({ only }: FilledField, choices: Choices) =>
  Object.entries(choices).filter(([code]) => !only || only.includes(code))

const renderRadios = (field: FilledField, choices: Choices, options: ChoiceOptions) =>
  radios({
    idPrefix: field.name,
    name: field.name,
    value: textOf(field.typed),
    ...(options.inline ? { classes: 'govuk-radios--inline' } : {}),
    ...legend(field, options),
    items: offered(field, choices).map(([value, text]) => ({
      value,
      text,
      ...(options.hints?.[value] ? { hint: { text: options.hints[value] } } : {}),
    })),
  })

const renderSelect = (field: FilledField, choices: Choices, options: ChoiceOptions) =>
  select({
    id: field.name,
    name: field.name,
    value: textOf(field.typed),
    label: { text: label(options) },
    ...(options.hint ? { hint: { text: options.hint } } : {}),
    ...(field.message ? { errorMessage: { text: field.message } } : {}),
    items: [
      { value: '', text: 'Choose…' },
      ...offered(field, choices).map(([value, text]) => ({ value, text })),
    ],
  })
