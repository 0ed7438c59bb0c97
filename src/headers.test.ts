// What every answer carries, whatever it is: a page, a file, a style sheet, or any way of being refused.
import assert from 'node:assert/strict'
import test from 'node:test'
import { assets } from '#platform/design-system/index.ts'
import { route } from '#platform/http/screen.ts'
import { allRoutes, makeApp } from './app.ts'
import { testApp } from './testing/cast.ts'
import { wordsOf } from './testing/visitor.ts'

const t = await testApp()
const nell = await t.as('Nell Wainwright')
const dan = await t.as('Dan Jessop')

/** A defect, which no route has of its own. */
const broken = route({
  method: 'GET',
  url: '/broken',
  action: 'break',
  roles: 'anyone',
  handle: () => {
    throw new Error('broken')
  },
})
const app = makeApp(t.options, [...t.modules, { name: 'broken', routes: [broken] }])

function carriesAll(response: Response, what: string) {
  const header = (name: string) => response.headers.get(name) ?? ''
  assert.equal(header('x-content-type-options'), 'nosniff', what)
  assert.equal(header('referrer-policy'), 'no-referrer', what)
  assert.equal(header('x-frame-options'), 'DENY', what)
  assert.equal(header('cross-origin-opener-policy'), 'same-origin', what)
  assert.equal(header('cross-origin-resource-policy'), 'same-origin', what)
  const policy = header('content-security-policy')
  assert.match(policy, /default-src 'none'/, what)
  assert.match(policy, /frame-ancestors 'none'/, what)
  assert.doesNotMatch(policy, /unsafe|\*|https?:/, what)
  assert.match(header('cache-control'), /no-store|immutable/, what)
  if (/html|json|csv/.test(header('content-type'))) assert.equal(header('cache-control'), 'no-store', what)
  assert.equal(header('server') + header('x-powered-by'), '', what)
}

/** A body that comes in pieces without end. */
const endless = () =>
  new ReadableStream({ pull: (into) => into.enqueue(new TextEncoder().encode('x='.repeat(8192))) })
const sent = (body: string | ReadableStream, headers: Record<string, string> = {}) => ({
  method: 'POST',
  body,
  duplex: 'half' as const,
  headers: {
    cookie: nell.cookie,
    origin: 'http://localhost',
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
    ...headers,
  },
})
const signedIn = { headers: { cookie: nell.cookie } }

for (const [what, url, init, status] of [
  ['a page', '/delivery-plans', signedIn, 200],
  ['a page asked by HEAD', '/delivery-plans', { ...signedIn, method: 'HEAD' }, 200],
  ['somebody sent to sign in', '/delivery-plans', {}, 303],
  ['a page that is not there', '/nowhere', signedIn, 404],
  ['a record that is not there', '/delivery-plans/01a20152-c3f2-75ee-8ccf-67d5e238bfd3', signedIn, 404],
  ['an address that is no record', '/delivery-plans/x', signedIn, 404],
  ['a method that an address does not take', '/delivery-plans', { ...signedIn, method: 'DELETE' }, 405],
  ['another’s page', '/delivery-plans', { headers: { cookie: dan.cookie } }, 403],
  ['a form without its token', '/delivery-plans/start', sent(''), 403],
  [
    'a form from elsewhere',
    '/delivery-plans/start',
    sent('', { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }),
    403,
  ],
  ['a form that is too large', '/delivery-plans/start', sent(`x=${'x'.repeat(1024 * 1024)}`), 413],
  ['a form of a plain route that is too large', '/sign-out', sent(`x=${'x'.repeat(1024 * 1024)}`), 413],
  ['a form of more fields than any page has', '/sign-out', sent('a&'.repeat(400_000)), 413],
  ['a form that does not say how long it is', '/sign-out', sent(endless()), 413],
  [
    'a form that breaks off',
    '/sign-out',
    sent('--x\r\nbroken', { 'content-type': 'multipart/form-data; boundary=x' }),
    400,
  ],
  ['a defect', '/broken', {}, 500],
  ['a defect of the API', '/broken', { headers: { accept: 'application/json' } }, 500],
  ['the API without a key', '/api/transfers', { method: 'POST', body: '{}' }, 401],
  ['a style sheet', assets[0]!.url, {}, 200],
  ['a style sheet asked by HEAD', assets[0]!.url, { method: 'HEAD' }, 200],
  ['a style sheet that is not there', '/assets/none/app.css', {}, 404],
  ['a path that climbs', '/assets/..%2f..%2fpackage.json', {}, 404],
  ['the health of the service', '/health', {}, 200],
] as const)
  test(`${what} carries every header`, async () => {
    const response = await app.request(url, init)
    assert.equal(response.status, status)
    carriesAll(response, what)
  })

test('so does every address without a record in it, for somebody who may and for nobody', async () => {
  const urls = allRoutes(t.options, t.modules)
    .filter((one) => (one.kind === 'screen' || one.method === 'GET') && !one.url.includes(':'))
    .map(({ url }) => url)
  assert.ok(urls.length > 40, `${urls.length}`)
  for (const url of urls)
    for (const init of [signedIn, {}]) {
      const response = await app.request(url, init)
      assert.ok(response.status < 500, `${url} ${response.status}`)
      carriesAll(response, url)
    }
})

test('an address tells which methods it takes only to whoever may come by one of them, and nothing of records', async () => {
  const ask = async (method: string, url: string, cookie = '') => {
    const response = await app.request(url, { method, headers: cookie ? { cookie } : {} })
    const text = (await response.text()).replaceAll(/nonce="[^"]*"/g, '')
    return { status: response.status, allow: response.headers.get('allow'), text }
  }
  const list = await ask('DELETE', '/delivery-plans', nell.cookie)
  assert.deepEqual([list.status, list.allow], [405, 'GET, HEAD'])
  const form = await ask('PUT', '/delivery-plans/start', nell.cookie)
  assert.deepEqual([form.status, form.allow], [405, 'GET, HEAD, POST'])
  assert.deepEqual(
    await ask('DELETE', '/delivery-plans', dan.cookie),
    await ask('DELETE', '/nowhere', dan.cookie),
  )
  assert.deepEqual(await ask('DELETE', '/delivery-plans'), await ask('DELETE', '/nowhere'))
  assert.deepEqual(
    await ask('POST', '/delivery-plans/x', nell.cookie),
    await ask('POST', '/delivery-plans/x/nowhere', nell.cookie),
  )
  const program = await ask('GET', '/api/transfers')
  assert.deepEqual([program.status, program.allow], [405, 'POST'])
  assert.deepEqual(JSON.parse(program.text), { error: 'method not allowed' })
})

test('a mistyped address keeps the navigation of whoever is signed in, tells nobody else more, and keeps nothing that was typed', async () => {
  const lost = await nell.get('/nowhere/rosa-lind')
  assert.equal(lost.status, 404)
  assert.match(wordsOf(lost.text), /Police and Crime Plan .*Page not found/)
  assert.match(wordsOf(lost.text), /Nell Wainwright/)
  const stranger = wordsOf((await t.asNobody.get('/nowhere/rosa-lind')).text)
  assert.match(stranger, /Page not found/)
  assert.doesNotMatch(stranger, /Delivery plan/)
  assert.ok(!t.logged().includes('rosa'))
  const officer = await t.as('Priya Raman')
  const visits = await officer.act((ctx) =>
    ctx.asAuditor((db) =>
      db
        .selectFrom('access.visit')
        .selectAll()
        .where('action', '=', 'look for a page that is not there')
        .execute(),
    ),
  )
  assert.equal(visits.length > 0, true)
  assert.ok(visits.every((visit) => !JSON.stringify(visit).includes('rosa')))
})
