import { createHash } from 'node:crypto'
import type { Body, Field, FieldOptions, Typed } from './field.ts'
import type { AnyForm } from './form.ts'

type Values = Record<string, unknown>

/** What a form showed when it was opened, as a page carries it: a short hash of each field's value. */
export const seenOf = (form: AnyForm, values: object | undefined): string =>
  fieldsOf(form)
    .map(([name, field]) => `${name}.${mark(shown(field, name, values))}`)
    .join(' ')

/**
 * Sees to it that nobody saves over what somebody else saved meanwhile. `seen` is what the page carried, `now` what is stored at this moment,
 * `values` what was read of `body`. What I left alone stays as somebody else changed it; what both of us changed gets a message that says what
 * stands there now. Returns the values to save, the messages, and what the page has to carry when it is shown again.
 */
export function withChangesOfOthers(
  form: AnyForm,
  seen: string,
  body: Body,
  values: Values,
  now: object | undefined,
): { values: Values; messages: Record<string, string>; seen: string } {
  const carried = new Map(seen.split(' ').map((one) => one.split('.') as [string, string]))
  const kept = { ...values }
  const messages: Record<string, string> = {}
  for (const [name, field] of fieldsOf(form)) {
    const before = carried.get(name)
    const stored = shown(field, name, now)
    if (before === undefined || mark(stored) === before) continue
    const mine = field.typed(body, name)
    if (mark(mine) === before) kept[name] = (now as Values | undefined)?.[name] ?? null
    else if (mark(mine) !== mark(stored)) {
      messages[name] =
        `Somebody else changed this to ${inWords(field, stored)} while you had the page open. Check it, then save again`
      carried.set(name, mark(stored))
    }
  }
  return { values: kept, messages, seen: [...carried].map((one) => one.join('.')).join(' ') }
}

const fieldsOf = (form: AnyForm) => Object.entries<Field<unknown>>(form.fields)

/** A stored value as the field shows it; nothing stored is what an empty field sends. */
function shown(field: Field<unknown>, name: string, values: object | undefined): Typed {
  const value = (values as Values | undefined)?.[name]
  return value === undefined || value === null ? field.typed({}, name) : field.retype(value)
}

const textOfTyped = (typed: Typed): string =>
  typeof typed === 'string'
    ? typed.replaceAll('\r\n', '\n').trim()
    : JSON.stringify(Array.isArray(typed) ? typed.toSorted() : [typed.day, typed.month, typed.year])

const mark = (typed: Typed) =>
  createHash('sha256').update(textOfTyped(typed)).digest('base64url').slice(0, 16)

function inWords({ options }: { options: FieldOptions & Record<string, unknown> }, typed: Typed): string {
  const choices = (options.choices ?? {}) as Record<string, string>
  const words =
    typeof typed === 'string'
      ? (choices[typed] ?? (typed === 'yes' ? 'Yes' : typed === 'no' ? 'No' : typed))
      : Array.isArray(typed)
        ? typed.map((code) => choices[code] ?? code).join(', ')
        : [typed.day, typed.month, typed.year].filter(Boolean).join(' ')
  return words ? `“${words.length > 80 ? `${words.slice(0, 80)}…` : words}”` : 'nothing'
}
