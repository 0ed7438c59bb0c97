import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { visitor, wordsOf } from '../../../testing/visitor.ts'
import { openProvider } from './provider-for-tests.ts'

const t = await testApp()
const SECRET = 'the secret of the client'

// Who is at the provider's keyboard, and what it says of them.
let person = { sub: 'u-1', email: 'dan.jessop@example.org', email_verified: true }

const provider = await openProvider(SECRET, () => person)
const { issuer } = provider
after(provider.close)
const ruth = await t.as('Ruth Adeyemi')
await ruth.post('/organisation/identity', { issuer, client_id: 'waymark', client_secret: SECRET })

/** Follows the provider's own redirects until it sends the person back. */
async function atProvider(url: string): Promise<string> {
  const cookies = new Map<string, string>()
  for (let at = url; ;) {
    if (at.startsWith('http://localhost/')) return at.slice('http://localhost'.length)
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    assert.ok(location, `${answer.status} ${await answer.text()}`)
    at = new URL(location, at).href
  }
}

async function signIn(next = '/your-sign-in') {
  const b = visitor(t.app)
  const away = await b.get(`/sign-in/organisation/nottinghamshire/victim-care?next=${next}`)
  const back = await atProvider(away.url)
  return { b, away, back, came: await b.get(back) }
}

test('the sign-in page offers the organisation’s own sign-in by a link', async () => {
  const page = await visitor(t.app).get('/sign-in')
  assert.match(page.text, /href="\/sign-in\/organisation\/nottinghamshire\/victim-care"/)
})

test('a member signs in as their organisation knows them', async () => {
  const { away, came } = await signIn()
  const asked = new URL(away.url).searchParams
  assert.equal(asked.get('code_challenge_method'), 'S256')
  for (const name of ['state', 'nonce', 'code_challenge'])
    assert.ok((asked.get(name) ?? '').length >= 43, name)
  assert.equal(came.url, '/your-sign-in')
  assert.match(wordsOf(came.text), /Dan Jessop/)
})

test('once linked, the member is found by the provider’s own id, even when their address changes', async () => {
  person = { sub: 'u-1', email: 'daniel.new.name@example.org', email_verified: true }
  assert.match(wordsOf((await signIn()).came.text), /Dan Jessop/)
})

test('another person at the provider who has taken over the address is not let in', async () => {
  person = { sub: 'u-2', email: 'dan.jessop@example.org', email_verified: true }
  const { came } = await signIn()
  assert.equal(came.status, 403)
  assert.match(wordsOf(came.text), /Ask its administrator to add you/)
})

for (const [what, somebody] of [
  ['an address it has not verified', { sub: 'u-3', email: 'imani.osei@example.org', email_verified: false }],
  [
    'an address of another organisation',
    { sub: 'u-4', email: 'joan.whitlock@example.org', email_verified: true },
  ],
  ['an address of another area', { sub: 'u-5', email: 'holly.tyson@example.org', email_verified: true }],
  ['an address that nobody has', { sub: 'u-6', email: 'nobody@example.org', email_verified: true }],
] as const)
  test(`${what} does not sign anybody in`, async () => {
    person = somebody
    const { came, b } = await signIn()
    assert.equal(came.status, 403)
    assert.equal(b.cookies.has('waymark'), false)
  })

test('an organisation that changes its provider: what the new one calls somebody is nobody the old one knew', async () => {
  const other = await openProvider(SECRET, () => person)
  after(other.close)
  const change = (to: string) =>
    ruth.post('/organisation/identity', { issuer: to, client_id: 'waymark', client_secret: SECRET })
  await change(other.issuer)
  // 'u-1' was Dan Jessop at the provider before; at this one it is somebody else.
  person = { sub: 'u-1', email: 'imani.osei@example.org', email_verified: true }
  assert.match(wordsOf((await signIn()).came.text), /Imani Osei/)
  person = { sub: 'u-9', email: 'dan.jessop@example.org', email_verified: true }
  assert.match(wordsOf((await signIn()).came.text), /Dan Jessop/)
  await change(issuer)
  // Back at the first: everybody is linked anew.
  person = { sub: 'u-1', email: 'dan.jessop@example.org', email_verified: true }
  assert.match(wordsOf((await signIn()).came.text), /Dan Jessop/)
})

test('an answer works once, only in the browser that asked, and only with its own state', async () => {
  person = { sub: 'u-1', email: 'dan.jessop@example.org', email_verified: true }
  const first = await signIn()
  assert.equal(first.came.status, 200)
  assert.match((await first.b.get(first.back)).url, /^\/sign-in/)
  const b = visitor(t.app)
  const back = await atProvider((await b.get('/sign-in/organisation/nottinghamshire/victim-care')).url)
  assert.match((await visitor(t.app).get(back)).url, /^\/sign-in/, 'another browser')
  assert.equal((await b.get(back.replace(/state=[^&]+/, 'state=forged'))).status, 403)
})

test('a provider that does not answer gives a sentence, not a defect', async () => {
  const joan = await t.as('Joan Whitlock')
  await t.act(await t.area(), { visit_id: newId(), query: {} }, (ctx) =>
    ctx.db
      .updateTable('access.member')
      .set({ roles: ['administrator'] })
      .where('name', '=', 'Joan Whitlock')
      .execute(),
  )
  const kept = await joan.post('/organisation/identity', {
    issuer: 'http://127.0.0.1:9',
    client_id: 'x',
    client_secret: 'y',
  })
  assert.equal(kept.status, 303)
  const came = await visitor(t.app).get('/sign-in/organisation/nottinghamshire/trent-womens-support')
  assert.equal(came.status, 502)
  assert.match(wordsOf(came.text), /does not answer at the moment/)
})

test('only an administrator says who the provider is, and only over https; the secret is not shown or kept in clear', async () => {
  assert.equal((await (await t.as('Dan Jessop')).get('/organisation/identity')).status, 403)
  const refused = await ruth.post('/organisation/identity', {
    issuer: 'http://idp.example.org',
    client_id: 'waymark',
    client_secret: '',
  })
  assert.match(wordsOf(refused.text), /must begin with https:/)
  assert.ok(!(await ruth.get('/organisation/identity')).text.includes(SECRET))
  const stopped = await ruth.post('/organisation/identity/stop')
  assert.equal(stopped.status, 303)
  assert.equal((await visitor(t.app).get('/sign-in/organisation/nottinghamshire/victim-care')).status, 404)
})

test('an unknown area or organisation is simply not there', async () => {
  for (const path of ['nowhere/victim-care', 'nottinghamshire/nobody'])
    assert.equal((await visitor(t.app).get(`/sign-in/organisation/${path}`)).status, 404)
})
