import type { Content } from '../design-system/index.ts'

/** What the browser sent, by name: one text, or several of the same name. */
export type Body = Record<string, string | string[]>

/** What was typed into one field, kept as typed so that a refused form comes back with it. */
export type Typed = string | string[] | { day: string; month: string; year: string }

export type FieldOptions = {
  /** The question or label as the person reads it. */
  label: string
  /** The field in the middle of a sentence: "Enter {name}". */
  name: string
  hint?: string
  optional?: boolean
}

/** A field said once: what it asks, how it reads what was sent, and what it says when that cannot be taken. */
export type Field<V> = {
  kind: string
  options: FieldOptions & Record<string, unknown>
  /** What was typed, as sent under `name`. */
  typed: (body: Body, name: string) => Typed
  /** The value, or the message that says what to do. `today` is 'YYYY-MM-DD'. */
  read: (typed: Typed, today: string) => { value: V } | { message: string }
  /** A stored value as somebody would have typed it. */
  retype: (value: V) => Typed
  render: (field: FilledField) => Content
}

/** One field with what was typed and what was wrong with it: what a page hands to `field()`. */
export type FilledField = {
  name: string
  typed: Typed | undefined
  message: string | undefined
  field: Field<never>
  /** What can be chosen here and now: codes of a choice, or the words themselves; everything where it is not said. */
  only?: readonly string[]
}

/** The same question, offering only some of its choices, or only these words; another one sent is left to the use case to refuse. */
export const offering = (filled: FilledField, only: readonly string[]): FilledField => ({ ...filled, only })

/** The one text sent under a name; '' when nothing was. */
export const textOf = (typed: Typed | undefined): string =>
  typed === undefined ? '' : typeof typed === 'string' ? typed : Array.isArray(typed) ? (typed[0] ?? '') : ''
