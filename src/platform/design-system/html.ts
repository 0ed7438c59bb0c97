import { html as honoHtml, raw as honoRaw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** Finished markup: every text in it has been escaped. */
export type Html = HtmlEscapedString

/** What may stand in a page: text (escaped), a number, or finished markup (kept as it is). */
export type Content = string | number | Html | null | undefined

type Child = Content | boolean | bigint | readonly Child[]

/**
 * The tagged template of `hono/html`, typed so that it is always synchronous: a promise in a page does not
 * compile. Text is escaped; `null`, `undefined` and booleans print nothing; lists are joined.
 */
export const html = honoHtml as (strings: TemplateStringsArray, ...values: Child[]) => Html

/** Declares markup safe without escaping it. For `platform` only: never with text that a person typed. */
export const raw = honoRaw as (markup: string) => Html

/** True when there is something to print. Needed because finished markup is an object, true even when empty. */
export const isFilled = (content: unknown): boolean =>
  content !== undefined && content !== null && content !== false && String(content) !== ''
