import { input, select, textarea } from '../design-system/index.ts'
import type { Field, FieldOptions, FilledField, Typed } from './field.ts'
import { textOf } from './field.ts'

type WordsOptions = FieldOptions & {
  max?: number
  /** Rows of a larger box; given by itself when `max` is over 200. */
  rows?: number
  inputmode?: 'numeric' | 'email' | 'tel' | 'text'
  type?: 'text' | 'email' | 'tel' | 'password'
  autocomplete?: string
  classes?: string
  /** Refuses with a message, or returns undefined when the text will do. */
  check?: (text: string) => string | undefined
  /** What to keep of what was typed. */
  tidy?: (text: string) => string
}

/** Typed words; kept trimmed, `null` when optional and empty. */
export function words<const O extends WordsOptions>(
  options: O,
): Field<O extends { optional: true } ? string | null : string> {
  type Value = O extends { optional: true } ? string | null : string
  const max = options.max ?? 200
  return {
    kind: 'words',
    options,
    typed: (body, name) => textOf(body[name]),
    read: (typed: Typed) => {
      const text = (options.tidy ?? ((t) => t))(textOf(typed).replaceAll('\r\n', '\n').trim())
      // Characters that nobody sees (a zero-width space of a copied cell) are nothing typed.
      if (!/[^\s\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u.test(text))
        return options.optional ? { value: null as Value } : { message: `Enter ${options.name}` }
      if (text.includes('\0'))
        return { message: `${capital(options.name)} has a character that cannot be kept` }
      if (text.length > max)
        return {
          message: `${capital(options.name)} must be ${inWords(max)} characters or fewer. You typed ${inWords(text.length)}`,
        }
      const message = options.check?.(text)
      return message ? { message } : { value: text }
    },
    retype: (value) => value ?? '',
    render: (field: FilledField) => {
      const params = {
        id: field.name,
        name: field.name,
        value: textOf(field.typed),
        label: { text: label(options) },
        ...(options.hint ? { hint: { text: options.hint } } : {}),
        ...(field.message ? { errorMessage: { text: field.message } } : {}),
        ...(options.autocomplete ? { autocomplete: options.autocomplete } : {}),
      }
      if (field.only)
        return select({
          ...params,
          items: [{ value: '', text: 'Choose…' }, ...field.only.map((text) => ({ value: text, text }))],
        })
      if (options.rows || (max > 200 && !options.type))
        return textarea({ ...params, rows: options.rows ?? 5 })
      return input({
        ...params,
        type: options.type ?? 'text',
        classes: options.classes ?? (max <= 20 ? 'govuk-input--width-10' : ''),
        ...(options.inputmode ? { inputmode: options.inputmode } : {}),
      })
    },
  }
}

export const label = (options: FieldOptions) =>
  options.optional ? `${options.label} (optional)` : options.label
const inWords = (count: number) => count.toLocaleString('en-GB')
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** An e-mail address, kept as typed but for spaces around it. */
export const email = <const O extends FieldOptions>(options: O) =>
  words({
    ...options,
    max: 254,
    type: 'email',
    autocomplete: 'email',
    check: (text: string) =>
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
        ? undefined
        : `Enter ${options.name} in the correct format, like name@example.org`,
  })

/** A whole number within bounds; `null` when optional and empty. */
export function wholeNumber<const O extends FieldOptions & { least?: number; most?: number }>(
  options: O,
): Field<O extends { optional: true } ? number | null : number> {
  type Value = O extends { optional: true } ? number | null : number
  const { least = 0, most = 1_000_000 } = options
  const text = words({
    ...options,
    max: 20,
    inputmode: 'numeric',
    classes: 'govuk-input--width-5',
  })
  return {
    ...(text as unknown as Field<Value>),
    kind: 'wholeNumber',
    read: (typed) => {
      const digits = textOf(typed).replaceAll(/[\s,]/g, '')
      if (digits === '')
        return options.optional ? { value: null as Value } : { message: `Enter ${options.name}` }
      const value = Number(digits)
      if (!/^-?\d+$/.test(digits))
        return { message: `${capital(options.name)} must be a whole number, like 12` }
      if (value < least || value > most)
        return { message: `${capital(options.name)} must be between ${least} and ${most}` }
      return { value: value }
    },
    retype: (value) => (value === null ? '' : String(value)),
  }
}
