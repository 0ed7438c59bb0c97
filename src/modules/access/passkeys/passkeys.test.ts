import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { visitor, wordsOf } from '../../../testing/visitor.ts'
import { softwareAuthenticator } from './authenticator-for-tests.ts'

const t = await testApp()
const SITE = 'http://localhost'

/** A browser in which one of the cast is signed in. */
async function signedIn(name: string) {
  const b = visitor(t.app)
  const [, id] = (await t.as(name)).cookie.split('=')
  b.cookies.set('waymark', id!)
  await b.get('/your-sign-in')
  return b
}

async function withPasskey(name: string, kind: 'ES256' | 'EdDSA' = 'ES256') {
  const device = softwareAuthenticator(SITE, kind)
  const b = await signedIn(name)
  const options = JSON.parse((await b.post('/your-sign-in/passkeys/options')).text)
  const added = await b.post('/your-sign-in/passkeys', { name: 'Work laptop', answer: device.make(options) })
  assert.match(wordsOf(added.text), /Your passkey is added/)
  return { device, b }
}

async function challenge() {
  const b = visitor(t.app)
  await b.get('/sign-in')
  return {
    b,
    options: JSON.parse((await b.post('/sign-in/passkey/options')).text) as {
      challenge: string
      userVerification: string
    },
  }
}

for (const kind of ['ES256', 'EdDSA'] as const)
  test(`a member signs in with a passkey alone (${kind})`, async () => {
    const { device } = await withPasskey('Dan Jessop', kind)
    const { b, options } = await challenge()
    assert.equal(options.userVerification, 'required')
    const inside = await b.post('/sign-in/passkey', { answer: device.answer(options), next: '/your-sign-in' })
    assert.equal(inside.url, '/your-sign-in')
    assert.match(wordsOf(inside.text), /Dan Jessop/)
    assert.match(wordsOf(inside.text), /Passkey This browser, now/)
  })

test('what the browser is asked for names the member to their device only by ids and address', async () => {
  const b = await signedIn('Noor Hale')
  const options = JSON.parse((await b.post('/your-sign-in/passkeys/options')).text)
  assert.equal(options.rp.id, 'localhost')
  assert.equal(options.user.name, 'noor.hale@example.org')
  assert.deepEqual(
    options.pubKeyCredParams.map((p: { alg: number }) => p.alg),
    [-8, -7, -257],
  )
  assert.equal(Buffer.from(options.user.id, 'base64url').length, 32)
})

for (const [what, wrong] of [
  ['asked for by another site', { origin: 'http://localhost.example.org' }],
  ['used without finger, face or PIN', { flags: 0x01 }],
] as const)
  test(`a passkey ${what} is refused`, async () => {
    const { device } = await withPasskey('Imani Osei')
    const { b, options } = await challenge()
    const refused = await b.post('/sign-in/passkey', { answer: device.answer(options, wrong) })
    assert.match(wordsOf(refused.text), /not known here, or was removed/)
  })

test('an answer works once, for the browser that asked, for its own challenge', async () => {
  const { device } = await withPasskey('Lena Gorski')
  const one = await challenge()
  const answer = device.answer(one.options)
  const stranger = await challenge()
  assert.match(wordsOf((await stranger.b.post('/sign-in/passkey', { answer })).text), /not known here/)
  const { cookies } = one.b
  const step = cookies.get('waymark-step')!
  assert.equal((await one.b.post('/sign-in/passkey', { answer, next: '/your-sign-in' })).status, 200)
  const replay = visitor(t.app)
  await replay.get('/sign-in')
  replay.cookies.set('waymark-step', step)
  assert.match(wordsOf((await replay.post('/sign-in/passkey', { answer })).text), /not known here/)
})

test('a removed passkey opens nothing, and nobody removes another’s', async () => {
  const { device, b } = await withPasskey('Ruth Adeyemi')
  const [, id] = /passkeys\/([0-9a-f-]{36})\/remove/.exec((await b.get('/your-sign-in')).text)!
  const other = await signedIn('Dan Jessop')
  assert.equal((await other.post(`/your-sign-in/passkeys/${id}/remove`)).status, 404)
  await b.get('/your-sign-in')
  assert.match(wordsOf((await b.post(`/your-sign-in/passkeys/${id}/remove`)).text), /The passkey is removed/)
  const { b: again, options } = await challenge()
  assert.match(
    wordsOf((await again.post('/sign-in/passkey', { answer: device.answer(options) })).text),
    /not known here/,
  )
})

test('nonsense is refused like a wrong passkey', async () => {
  for (const answer of ['', '{', '{}', '[]', '{"id":1,"response":{"userHandle":"AAAA"}}']) {
    const { b } = await challenge()
    assert.match(wordsOf((await b.post('/sign-in/passkey', { answer })).text), /not known here/)
  }
})
