import { html, raw } from '../html.ts'
import type { Html } from '../html.ts'
import type { Frame } from './frame.ts'

/** The name under which every form sends its token. */
export const CSRF_FIELD = '_csrf'

// No text can imitate this: what people type is escaped, and this is markup.
const MARK = `<input type="hidden" name="${CSRF_FIELD}">`

/** Stands for the token's hidden field in a form; `layout` puts the real one in its place. */
export const csrfField = (): Html => raw(MARK)

/** The fields under which a form says which showing of its page it is from, and what stood in it then. */
export const ONCE_FIELD = '_once'
export const SEEN_FIELD = '_seen'

/** The document with the request's token in every form. */
export const withToken = (
  document: string,
  { csrf, once, seen }: Pick<Frame, 'csrf' | 'once' | 'seen'>,
): string => {
  const fields = [
    [CSRF_FIELD, csrf],
    [ONCE_FIELD, once],
    [SEEN_FIELD, seen],
  ].map(([name, value]) => (value ? html`<input type="hidden" name="${name}" value="${value}">` : ''))
  return document.split(MARK).join(String(html`${fields}`))
}
