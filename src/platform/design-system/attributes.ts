import { html, raw } from './html.ts'
import type { Html } from './html.ts'

type Scalar = string | number | boolean | null | undefined

/** HTML attributes by name, as the official components take them: `optional` leaves out empty values. */
export type Attributes = Readonly<Record<string, Scalar | Readonly<{ value: Scalar; optional?: boolean }>>>

const NOTHING = raw('')

/** ` name="value"` when there is a value (0 and "" are none, as in the official templates), else nothing. */
export const attribute = (name: string, value: Scalar): Html =>
  value ? html` ${raw(name)}="${String(value)}"` : NOTHING

/** Extra attributes of a component, escaped. `optional: true` with `true` prints the bare name. */
export function attributes(given: Attributes | undefined): Html {
  if (!given) return NOTHING
  return html`${Object.entries(given).map(([name, item]) => {
    const { value, optional } = typeof item === 'object' && item !== null ? item : { value: item }
    if (optional && value === true) return html` ${name}`
    if (optional && (value === undefined || value === null || value === false)) return NOTHING
    return html` ${name}="${value === undefined || value === null ? '' : String(value)}"`
  })}`
}

/** A class attribute's value: the names that are there, with one space between. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')
