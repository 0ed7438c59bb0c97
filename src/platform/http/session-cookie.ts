import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isId } from '../act.ts'

/** What the browser shows: the area and a 256-bit token, of which only the SHA-256 is kept. */
export type Shown = { area_id: string; token_hash: string }

const isSecure = (origin: string) => origin.startsWith('https:')
const nameOf = (origin: string, name: string) => (isSecure(origin) ? `__Host-${name}` : name)

/** The session shown by this request, if there is one. */
export function shownSession(c: Context, origin: string): Shown | undefined {
  const [area_id = '', token = ''] = (getCookie(c, nameOf(origin, 'waymark')) ?? '').split('.')
  if (!isId(area_id) || !/^[\w-]{43}$/.test(token)) return undefined
  return { area_id, token_hash: hashToken(token) }
}

/** SHA-256 of a token, in hexadecimal. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')

/** Gives the browser its session: gone when the browser closes; its limits are kept by the database. */
export function giveSession(c: Context, origin: string, area_id: string, token: string): void {
  setCookie(c, nameOf(origin, 'waymark'), `${area_id}.${token}`, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(origin),
  })
}

export function takeSession(c: Context, origin: string): void {
  deleteCookie(c, nameOf(origin, 'waymark'), { path: '/', secure: isSecure(origin) })
}

const MOST_TOKENS = 5000
const tokens = new Map<string, string>()

/** The token every form carries: tied to the session, so that no other site can make one. Worked out once a session, not once a page. */
export function formToken(secret: string, shown: Shown | undefined): string {
  const session = shown?.token_hash ?? 'nobody'
  const key = `${secret} ${session}`
  const known = tokens.get(key)
  if (known) return known
  const token = createHmac('sha256', secret).update(`form:${session}`).digest('base64url')
  if (tokens.size >= MOST_TOKENS) tokens.clear()
  tokens.set(key, token)
  return token
}

export function isFormToken(secret: string, shown: Shown | undefined, sent: unknown): boolean {
  const expected = Buffer.from(formToken(secret, shown))
  const given = Buffer.from(typeof sent === 'string' ? sent : '')
  return expected.length === given.length && timingSafeEqual(expected, given)
}

const UNSENT_SECONDS = 86_400

/** Remembers at which address something was typed that is not saved: ids at most, and none of what was typed. */
export function giveUnsent(c: Context, origin: string, url: string): void {
  setCookie(c, nameOf(origin, 'unsent'), url, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(origin),
    maxAge: UNSENT_SECONDS,
  })
}
/** Whether something typed at this address waits to be saved. */
export const isUnsent = (c: Context, origin: string, url: string): boolean =>
  getCookie(c, nameOf(origin, 'unsent')) === url

/** A sentence for the next page ("Contact attempt recorded"), kept for one page only. */
export function say(c: Context, origin: string, said: string): void {
  setCookie(c, nameOf(origin, 'said'), encodeURIComponent(said), {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(origin),
    maxAge: 60,
  })
}
export function takeSaid(c: Context, origin: string): string | undefined {
  const said = getCookie(c, nameOf(origin, 'said'))
  if (said) deleteCookie(c, nameOf(origin, 'said'), { path: '/', secure: isSecure(origin) })
  try {
    return said ? decodeURIComponent(said).slice(0, 300) : undefined
  } catch {
    return undefined
  }
}
