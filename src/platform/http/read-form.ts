import type { Context } from 'hono'
import type { Body } from '../forms/index.ts'

/**
 * The form that was sent, by field; a field sent several times is a list. What browsers send without a file is read as text: as
 * FormData it would cost as much as a page does.
 */
export async function readForm(c: Context): Promise<Body> {
  const type = c.req.header('content-type')?.split(';')[0]!.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return c.req.parseBody<{ all: true }, Body>({ all: true })
  const body = Object.create(null) as Body
  for (const [name, value] of new URLSearchParams(await c.req.text())) {
    const before = body[name]
    body[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return body
}
