import { html, raw } from '../html.ts'
import type { Html } from '../html.ts'

/** The name under which every form sends its token. */
export const CSRF_FIELD = '_csrf'

// No text can imitate this: what people type is escaped, and this is markup.
const MARK = `<input type="hidden" name="${CSRF_FIELD}">`

/** Stands for the token's hidden field in a form; `layout` puts the real one in its place. */
export const csrfField = (): Html => raw(MARK)

/** The document with the request's token in every form. */
export const withToken = (document: string, token: string): string => {
  const field = html`<input type="hidden" name="${CSRF_FIELD}" value="${token}">`
  return document.split(MARK).join(String(field))
}
