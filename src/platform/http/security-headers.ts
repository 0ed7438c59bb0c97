import type { MiddlewareHandler } from 'hono'
import { chance } from '../chance.ts'

/** What an answer tells the browser it may do: nothing but what comes from here, and scripts only with this answer's own nonce. */
export type SecurityHeaders = (nonce: string) => Record<string, string>

const FEATURES = ['camera', 'microphone', 'geolocation', 'payment', 'usb']

/** Makes the headers that every answer carries. The texts are put together once: of an answer only the nonce is its own. */
export function makeSecurityHeaders(origin: string): SecurityHeaders {
  const before = "default-src 'none'; script-src 'self' 'nonce-"
  const after = [
    "'; style-src 'self'",
    ...['img', 'font', 'connect', 'manifest'].map((kind) => `${kind}-src 'self'`),
    "form-action 'self'",
    ...['base-uri', 'frame-ancestors', 'object-src'].map((kind) => `${kind} 'none'`),
  ].join('; ')
  const same = {
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': FEATURES.map((name) => `${name}=()`).join(', '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
    ...(origin.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
      : {}),
  }
  return (nonce) => ({ ...same, 'content-security-policy': `${before}${nonce}${after}` })
}

/** Answers that were made with these headers among their own, so that nobody need add them. */
const complete = new WeakSet<Response>()

/** An answer with its headers as they are, the security headers among them. */
export function completeAnswer(
  body: Uint8Array<ArrayBuffer> | null,
  status: number,
  headers: Record<string, string>,
): Response {
  const response = new Response(body, { status, headers })
  complete.add(response)
  return response
}

/**
 * Gives every answer its security headers, whoever made it. They win over what a handler set, but for how long the answer may be kept.
 * The nonce is at hand as `c.get('nonce')`.
 */
export function secureAnswers(headersOf: SecurityHeaders): MiddlewareHandler {
  return async (c, next) => {
    const nonce = chance(16).toString('base64')
    c.set('nonce', nonce)
    await next()
    if (complete.has(c.res)) return
    const { headers } = c.res
    for (const [name, value] of Object.entries(headersOf(nonce)))
      if (name !== 'cache-control' || !headers.has(name)) headers.set(name, value)
  }
}
