import type { Hono } from 'hono'

/** What a browser without JavaScript shows: where it ended up, and the page. */
export type Shown = { status: number; text: string; url: string; headers: Headers }

/**
 * A browser of its own, with cookies, that nobody has signed in to. Redirects within the site are followed, as a browser does; a form is sent
 * with the token of the page it was last shown. `address` is the network address it comes from.
 */
export function visitor(app: Hono, { address = '192.0.2.1', origin = 'http://localhost' } = {}) {
  const cookies = new Map<string, string>()
  let token = ''

  async function ask(url: string, init: RequestInit = {}, follow = true): Promise<Shown> {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await app.request(
      url,
      { ...init, headers },
      { incoming: { socket: { remoteAddress: address } } },
    )
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line) || value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (follow && location?.startsWith('/')) return ask(location)
    const text = await answer.text()
    token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? token
    return { status: answer.status, text, url: location ?? url, headers: answer.headers }
  }

  return {
    cookies,
    get: (url: string, follow = true) => ask(url, {}, follow),
    post: (url: string, fields: Record<string, string | string[]> = {}) => {
      const body = new URLSearchParams({ _csrf: token })
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(name, one)
      return ask(url, {
        method: 'POST',
        body: body.toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin,
          'sec-fetch-site': 'same-origin',
        },
      })
    },
  }
}

/** The words of a page, without its markup. */
export const wordsOf = (text: string): string =>
  text
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('&#x2019;', '’')
    .replaceAll(/\s+/g, ' ')
