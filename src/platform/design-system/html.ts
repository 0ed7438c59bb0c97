/** Finished markup: every text in it has been escaped. `html` of `hono/html` takes it as such. */
class Markup {
  readonly isEscaped = true
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
  toString(): string {
    return this.markup
  }
}
export type Html = Markup

/** Whether something is finished markup made here: what was kept as JSON and read again never is. */
export const isMarkup = (value: unknown): value is Html => value instanceof Markup

/** What may stand in a page: text (escaped), a number, or finished markup (kept as it is). */
export type Content = string | number | Html | null | undefined

type Child = Content | boolean | bigint | readonly Child[]

/**
 * A tagged template for markup. Text is escaped; `null`, `undefined` and booleans print nothing; lists are joined. It
 * prints what `html` of `hono/html` prints, but is always synchronous (a promise in a page does not compile) and makes
 * no list or buffer on the way, which a table of many cells feels.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): Html {
  let markup = strings[0] ?? ''
  for (let i = 0; i < values.length; i++) markup += print(values[i]) + strings[i + 1]
  return new Markup(markup)
}

/** What `html` prints for a value: text escaped, finished markup as it is. */
export const printed = (value: Content): string => print(value)

function print(value: Child): string {
  if (typeof value === 'string') return escape(value)
  if (value instanceof Markup) return value.markup
  if (value === null || value === undefined || typeof value === 'boolean') return ''
  if (typeof value !== 'object') return value.toString()
  let markup = ''
  for (const item of value) markup += print(item)
  return markup
}

const SPECIAL = /[&<>"']/
const EVERY_SPECIAL = /[&<>"']/g
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in markup or in a quoted attribute. */
export const escape = (text: string): string =>
  SPECIAL.test(text) ? text.replace(EVERY_SPECIAL, (character) => ENTITIES[character] ?? '') : text

/** Declares markup safe without escaping it. For `platform` only: never with text that a person typed. */
export const raw = (markup: string): Html => new Markup(markup)

/** The name of a heading element by its level; 2 when the level is none. */
export const headingName = (level: number | string | undefined, usual = 2): Html =>
  raw(`h${Number.parseInt(String(level), 10) || usual}`)

/** The items with a line break between them: what CSS sets side by side needs one to stand apart. */
export const spaced = (items: readonly Content[]): Html =>
  html`${items.map((item, index) => (index > 0 ? ['\n', item] : item))}`

/** True when there is something to print. Needed because finished markup is an object, true even when empty. */
export const isFilled = (content: Content | false): boolean =>
  content !== undefined && content !== null && content !== false && content.toString() !== ''
