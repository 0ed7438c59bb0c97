import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { emailKey, sha256 } from '../accounts/account-keys.ts'
import { keyedHash } from '../accounts/seal.ts'
import { networkOf } from './network-of.ts'

/** Where an attempt comes from, as keyed hashes only. */
export type WhereFrom = { account_key: Buffer | null; address_key: Buffer; browser_key: Buffer | null }

type Settings = { secret: string; origin: string; proxies?: number | undefined }

const DAYS_KNOWN = 180
const nameOf = ({ origin }: Settings) =>
  origin.startsWith('https:') ? '__Host-waymark-known' : 'waymark-known'

/** Where this request comes from, for an attempt on the account of `email`. */
export function whereFrom(c: Context, settings: Settings, email?: string): WhereFrom {
  const account = email === undefined ? null : accountKey(settings.secret, email)
  return {
    account_key: account,
    address_key: keyedHash(settings.secret, 'address', networkOf(addressOf(c, settings.proxies ?? 0))),
    browser_key: account && knownBrowser(c, settings, account),
  }
}

/** The key under which attempts on an address are counted, whether it has an account or not. */
export const accountKey = (secret: string, email: string) =>
  keyedHash(secret, 'account', emailKey(email).toString('hex'))

/**
 * The network address. Behind `proxies` proxies of ours it is the one that the outermost of them saw; what a caller wrote
 * before that is not believed.
 */
function addressOf(c: Context, proxies: number): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  const seen = env?.incoming?.socket?.remoteAddress ?? 'unknown'
  if (proxies === 0) return seen
  const told = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return told.at(-proxies) || seen
}

/** The key of this browser, if the account has been signed in to from it before: then a stranger's attempts do not count against it. */
function knownBrowser(c: Context, settings: Settings, account: Buffer): Buffer | null {
  const [nonce = '', mark = ''] = (getCookie(c, nameOf(settings)) ?? '').split('.')
  const expected = markOf(settings.secret, nonce, account)
  const given = Buffer.from(mark, 'base64url')
  return given.length === expected.length && timingSafeEqual(given, expected) ? sha256(nonce) : null
}

const markOf = (secret: string, nonce: string, account: Buffer) =>
  keyedHash(secret, 'known browser', `${nonce}.${account.toString('hex')}`)

/** Marks the browser as one from which this account was signed in to. It says nothing about whose account that is. */
export function rememberBrowser(c: Context, settings: Settings, account: Buffer): void {
  if (knownBrowser(c, settings, account)) return
  const nonce = randomBytes(16).toString('base64url')
  setCookie(
    c,
    nameOf(settings),
    `${nonce}.${markOf(settings.secret, nonce, account).toString('base64url')}`,
    {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      secure: settings.origin.startsWith('https:'),
      maxAge: DAYS_KNOWN * 86_400,
    },
  )
}
