import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Body } from '../forms/index.ts'

/** The longest form, in bytes. Files come another way, as a stream. */
const LONGEST_FORM = 1024 * 1024
/** More than any page has. */
const MOST_FIELDS = 2000

/**
 * The form that was sent, by field; a field sent several times is a list. What browsers send without a file is read as text: as
 * FormData it would cost as much as a page does. Throws 413 for a form that is too long, and reads no more of it; 400 for one that breaks off.
 */
export async function readForm(c: Context): Promise<Body> {
  const form_type = c.req.header('content-type')?.split(';')[0]!.trim().toLowerCase()
  const sent = await withinLimit(c)
  const fields =
    form_type === 'application/x-www-form-urlencoded'
      ? new URLSearchParams(await sent.text())
      : form_type === 'multipart/form-data'
        ? await sent.formData().catch(unreadable)
        : []
  const body = Object.create(null) as Body
  let count = 0
  for (const [name, value] of fields) {
    if (++count > MOST_FIELDS) throw new HTTPException(413)
    if (typeof value !== 'string') continue
    const before = body[name]
    if (before === undefined) body[name] = value
    else if (Array.isArray(before)) before.push(value)
    else body[name] = [before, value]
  }
  return body
}

const unreadable = (): never => {
  throw new HTTPException(400)
}

/** What came, when it says how long it is and no more can come, as it is; otherwise counted while it is read. */
async function withinLimit(c: Context): Promise<Pick<Response, 'text' | 'formData'>> {
  const length = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length')
  if (length !== undefined && Number(length) <= LONGEST_FORM) return c.req
  const pieces: Uint8Array[] = []
  let left = LONGEST_FORM
  if (length !== undefined) left = -1
  else
    for await (const piece of c.req.raw.body ?? []) {
      left -= piece.length
      if (left < 0) break
      pieces.push(piece)
    }
  if (left < 0) throw new HTTPException(413)
  return new Response(Buffer.concat(pieces), {
    headers: { 'content-type': c.req.header('content-type') ?? '' },
  })
}
