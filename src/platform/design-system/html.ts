import { html as honoHtml, raw as honoRaw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** Finished markup: every text in it has been escaped. */
export type Html = HtmlEscapedString

/** What may stand in a page: text (escaped), a number, or finished markup (kept as it is). */
export type Content = string | number | Html | null | undefined

type Child = Content | boolean | bigint | readonly Child[]

/**
 * The tagged template of `hono/html`, made synchronous: a promise in a page does not compile. Text is escaped;
 * `null`, `undefined` and booleans print nothing; lists are joined.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): Html {
  const markup = honoHtml(strings, ...values)
  if (markup instanceof Promise) throw new TypeError('A page is made of what is known, not of promises')
  return markup
}

/** Declares markup safe without escaping it. For `platform` only: never with text that a person typed. */
export const raw: (markup: string) => Html = honoRaw

/** The name of a heading element by its level; 2 when the level is none. */
export const headingName = (level: number | string | undefined, usual = 2): Html =>
  raw(`h${Number.parseInt(String(level), 10) || usual}`)

/** The items with a line break between them: what CSS sets side by side needs one to stand apart. */
export const spaced = (items: readonly Content[]): Html =>
  html`${items.map((item, index) => (index > 0 ? ['\n', item] : item))}`

/** True when there is something to print. Needed because finished markup is an object, true even when empty. */
export const isFilled = (content: Content | false): boolean =>
  content !== undefined && content !== null && content !== false && content.toString() !== ''
