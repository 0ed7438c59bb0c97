import { escape, raw } from './html.ts'
import type { Html } from './html.ts'

type Scalar = string | number | boolean | null | undefined

/** HTML attributes by name, as the official components take them: `optional` leaves out empty values. */
export type Attributes = Readonly<Record<string, Scalar | Readonly<{ value: Scalar; optional?: boolean }>>>

const NOTHING = raw('')

/** ` name="value"` when there is a value (0 and "" are none, as in the official templates), else nothing. */
export const attribute = (name: string, value: Scalar): Html =>
  value ? raw(` ${name}="${escape(String(value))}"`) : NOTHING

/** Extra attributes of a component, escaped. `optional: true` with `true` prints the bare name. */
export function attributes(given: Attributes | undefined): Html {
  let markup = ''
  for (const name in given) {
    const item = given[name]
    const options = typeof item === 'object' && item !== null
    const value = options ? item.value : item
    const optional = options && item.optional
    if (optional && value === true) markup += ` ${escape(name)}`
    else if (!(optional && (value === undefined || value === null || value === false)))
      markup += ` ${escape(name)}="${escape(String(value ?? ''))}"`
  }
  return markup ? raw(markup) : NOTHING
}

/** A class attribute's value: the names that are there, with one space between. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  let all = ''
  for (const name of names) if (name) all += all ? ` ${name}` : name
  return all
}
