import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { newId } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { visitor, wordsOf } from '../../../testing/visitor.ts'
import { showOrganisation } from '../accounts/account-keys.ts'
import { inviteMember } from '../first-sign-in/invite-member.ts'

let now = new Date()
const t = await testApp({ clock: () => now })
const PASSWORD = 'violin gravel teapot'
const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))
let addresses = 0
const browser = (address = `192.0.2.${++addresses}`) => visitor(t.app, { address })
const shownKey = (text: string) => /app-code">([A-Z2-7 ]+)</.exec(text)?.[1]?.replaceAll(' ', '') ?? ''
const codeOf = (key: string) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: now.getTime() })

async function codeFor(name: string, area = 'nottinghamshire') {
  const someone = await t.as(name, area)
  const { actor_id: member_id, organisation_id } = someone.actor
  return someone.act(async (ctx) => {
    await showOrganisation(ctx, organisation_id)
    return (await inviteMember(ctx, t.secret, { member_id, organisation_id })).code
  })
}

/** Somebody signs in for the first time; returns their browser, the app's key and the recovery codes. */
async function firstSignIn(name: string) {
  const code = await codeFor(name)
  const b = browser()
  await b.get('/first-sign-in')
  await b.post('/first-sign-in', { code: code.toUpperCase() })
  const app = await b.post('/first-sign-in/password', { password: PASSWORD, again: PASSWORD })
  const key = shownKey(app.text)
  const codes = await b.post('/first-sign-in/app', { code: codeOf(key) })
  assert.match(wordsOf(codes.text), /You are signed in/)
  return { b, key, code, codes: [...codes.text.matchAll(/app-code">([a-z\d-]+)</g)].map((m) => m[1]!) }
}

const typed = (email: string, password = PASSWORD) => ({ area: 'nottinghamshire', email, password })
const attempts = async () =>
  t.act(await t.area(), { visit_id: newId(), query: {} }, (ctx) =>
    ctx.db
      .selectFrom('access.sign_in_attempt')
      .selectAll()
      .orderBy('attempted_at')
      .orderBy('attempt_id')
      .execute(),
  )

test('a member signs in for the first time with the code of their administrator, and afterwards with password and app', async () => {
  const { b, key, code, codes } = await firstSignIn('Dan Jessop')
  assert.equal(codes.length, 10)
  assert.match(wordsOf((await b.get('/your-sign-in')).text), /dan\.jessop@example\.org/)

  const again = browser()
  await again.get('/first-sign-in')
  const refused = await again.post('/first-sign-in', { code })
  assert.equal(refused.status, 422)
  assert.match(wordsOf(refused.text), /That code is not right, was used already/)

  later(1)
  const other = browser()
  await other.get('/sign-in')
  const second = await other.post('/sign-in?next=/your-sign-in', typed(' Dan.Jessop@Example.org '))
  assert.match(wordsOf(second.text), /Enter the code from your app/)
  const wrong = await other.post('/sign-in/code', { code: '000000' })
  assert.equal(wrong.status, 422)
  const right = codeOf(key)
  const inside = await other.post('/sign-in/code', { code: right.replace(/(...)/, '$1 ') })
  assert.equal(inside.url, '/your-sign-in')
  assert.match(wordsOf(inside.text), /Where you are signed in/)

  const third = browser()
  await third.get('/sign-in')
  await third.post('/sign-in', typed('dan.jessop@example.org'))
  const used = await third.post('/sign-in/code', { code: right })
  assert.match(wordsOf(used.text), /not right, or was used already/, 'a code works once')
})

test('a recovery code stands in for the phone once', async () => {
  const { codes } = await firstSignIn('Imani Osei')
  for (const [code, works] of [
    [codes[3]!, true],
    [codes[3]!, false],
    [codes[4]!, true],
  ] as const) {
    const b = browser()
    await b.get('/sign-in')
    await b.post('/sign-in', typed('imani.osei@example.org'))
    const came = await b.post('/sign-in/recovery-code', { code: code.toUpperCase() })
    assert.equal(came.status === 200 || came.status === 404, works, `${code} ${came.status}`)
  }
})

test('a wrong address and a wrong password read the same and take as long', async () => {
  await firstSignIn('Noor Hale')
  const took: Record<string, number[]> = { known: [], unknown: [], invited: [] }
  const pages = new Set<string>()
  for (let i = 0; i < 6; i++)
    for (const [kind, email] of [
      ['known', 'noor.hale@example.org'],
      ['unknown', `nobody${i}@example.org`],
      ['invited', 'joan.whitlock@example.org'],
    ] as const) {
      const b = browser()
      await b.get('/sign-in')
      const began = performance.now()
      const came = await b.post('/sign-in', typed(email, `not it at all ${i}`))
      took[kind]!.push(performance.now() - began)
      assert.equal(came.status, 422)
      pages.add(wordsOf(came.text))
    }
  assert.deepEqual([...pages].slice(1), [], 'the words are the same')
  const middle = (list: number[]) => list.toSorted((a, z) => a - z)[3]!
  const [known, unknown, invited] = [middle(took.known!), middle(took.unknown!), middle(took.invited!)]
  assert.ok(
    Math.max(known, unknown, invited) < 1.6 * Math.min(known, unknown, invited),
    `${known} ${unknown} ${invited} ms`,
  )
})

test('after ten wrong passwords strangers wait a quarter of an hour, and the member’s own browser does not', async () => {
  const { b: own, key } = await firstSignIn('Lena Gorski')
  await own.post('/sign-out')
  const stranger = async (password: string) => {
    const b = browser()
    await b.get('/sign-in')
    return b.post('/sign-in', typed('lena.gorski@example.org', password))
  }
  for (let i = 0; i < 10; i++) assert.equal((await stranger(`guess number ${i}`)).status, 422)
  const refused = await stranger(PASSWORD)
  assert.equal(refused.status, 429, 'even with the right password')
  assert.match(wordsOf(refused.text), /too many attempts. Wait 15 minutes/)
  for (let i = 0; i < 3; i++) await stranger('more guesses while it is shut')

  later(1)
  await own.get('/sign-in')
  await own.post('/sign-in', typed('lena.gorski@example.org'))
  const inside = await own.post('/sign-in/code', { code: codeOf(key) })
  assert.notEqual(inside.status, 429)
  assert.match(wordsOf((await own.get('/your-sign-in')).text), /This browser, now/)

  later(15)
  assert.match(
    wordsOf((await stranger(PASSWORD)).text),
    /Enter the code from your app/,
    'the lock ends by itself',
  )
})

test('an address that tries account after account is stopped, whether the accounts exist or not', async () => {
  const address = '198.51.100.7'
  const statuses: number[] = []
  for (let i = 0; i < 52; i++) {
    const b = browser(address)
    await b.get('/sign-in')
    statuses.push((await b.post('/sign-in', typed(`somebody${i}@example.org`, 'x'))).status)
  }
  assert.deepEqual(new Set(statuses.slice(0, 50)), new Set([422]))
  assert.deepEqual(statuses.slice(50), [429, 429])
  later(16)
})

test('guesses made at the same moment all count', async () => {
  const browsers = await Promise.all(
    Array.from({ length: 16 }, async () => {
      const b = browser()
      await b.get('/sign-in')
      return b
    }),
  )
  const came = await Promise.all(
    browsers.map((b, i) => b.post('/sign-in', typed('craig.galloway@example.org', `guess ${i}`))),
  )
  assert.deepEqual(
    [422, 429].map((status) => came.filter((c) => c.status === status).length),
    [10, 6],
  )
  later(16)
})

test('five wrong codes end the sign-in, and knowing the password does not help to guess more', async () => {
  const { key } = await firstSignIn('Ruth Adeyemi')
  later(1)
  const b = browser()
  await b.get('/sign-in')
  await b.post('/sign-in', typed('ruth.adeyemi@example.org'))
  const wrong = codeOf(key) === '111111' ? '222222' : '111111'
  for (let i = 0; i < 4; i++) assert.equal((await b.post('/sign-in/code', { code: wrong })).status, 422)
  assert.equal((await b.post('/sign-in/code', { code: wrong })).url, '/sign-in')
  assert.equal(
    (await b.post('/sign-in/code', { code: codeOf(key) })).url,
    '/sign-in',
    'the right one comes too late',
  )
})

test('what was not filled in is said beside its field, and the password is not sent back', async () => {
  const b = browser()
  await b.get('/sign-in')
  const empty = await b.post('/sign-in', { email: '', password: '' })
  assert.match(wordsOf(empty.text), /Select your area.*Enter your e-mail address.*Enter your password/)
  const odd = await b.post('/sign-in', {
    area: 'nottinghamshire',
    email: 'not an address',
    password: 'a secret thing',
  })
  assert.match(wordsOf(odd.text), /in the correct format, like name@example.org/)
  assert.ok(!odd.text.includes('a secret thing'))
})

test('signing out ends the session for good, and changing the password ends the others', async () => {
  const { b, key } = await firstSignIn('Priya Raman')
  const stolen = browser()
  for (const [name, value] of b.cookies) stolen.cookies.set(name, value)
  later(1)
  const second = browser()
  await second.get('/sign-in')
  await second.post('/sign-in', typed('priya.raman@example.org'))
  await second.post('/sign-in/code', { code: codeOf(key) })

  await second.get('/your-sign-in/password')
  const weak = await second.post('/your-sign-in/password', {
    present: PASSWORD,
    password: 'Password1234',
    again: 'Password1234',
  })
  assert.match(wordsOf(weak.text), /among the first that somebody would try/)
  const not = await second.post('/your-sign-in/password', {
    present: 'wrong one here',
    password: 'kettle marsupial nine',
    again: 'kettle marsupial nine',
  })
  assert.match(wordsOf(not.text), /Your password now is not right/)
  const done = await second.post('/your-sign-in/password', {
    present: PASSWORD,
    password: 'kettle marsupial nine',
    again: 'kettle marsupial nine',
  })
  assert.match(wordsOf(done.text), /Your password is changed/)
  assert.match((await b.get('/your-sign-in')).url, /^\/sign-in/, 'the first session has ended')
  assert.equal((await second.get('/your-sign-in')).status, 200)

  const copy = browser()
  for (const [name, value] of second.cookies) copy.cookies.set(name, value)
  await second.post('/sign-out')
  assert.match(
    (await copy.get('/your-sign-in')).url,
    /^\/sign-in/,
    'a copied cookie opens nothing afterwards',
  )
})

test('a new authenticator app takes the place of the old one', async () => {
  const { b, key } = await firstSignIn('Nell Wainwright')
  const shown = await b.get('/your-sign-in/app')
  const fresh = shownKey(shown.text)
  const sealed = /name="key" value="([^"]+)"/.exec(shown.text)?.[1] ?? ''
  assert.notEqual(fresh, key)
  const wrong = await b.post('/your-sign-in/app', { key: sealed, present: PASSWORD, code: '12345' })
  assert.match(wordsOf(wrong.text), /The code must be six digits/)
  assert.equal(shownKey(wrong.text), fresh, 'the same key comes back')
  const done = await b.post('/your-sign-in/app', { key: sealed, present: PASSWORD, code: codeOf(fresh) })
  assert.match(wordsOf(done.text), /new authenticator app is set up/)
})

test('another address in the link after signing in is not followed', async () => {
  const b = browser()
  const page = await b.get('/sign-in?next=//evil.example/path')
  assert.ok(!page.text.includes('evil'))
})

test('every attempt is kept, by hashes only', async () => {
  const kept = await attempts()
  assert.ok(kept.length > 90)
  assert.deepEqual(
    new Set(kept.map((a) => a.outcome)),
    new Set(['first-step', 'succeeded', 'wrong', 'refused']),
  )
  const text = JSON.stringify(
    kept.map((a) => Object.values(a).map((v) => (Buffer.isBuffer(v) ? v.toString('latin1') : v))),
  )
  assert.ok(!/example\.org|192\.0\.2|198\.51/.test(text))
  assert.ok(!/example\.org|192\.0\.2|violin/.test(t.logged()))
})

test('what secrets were before a change is not kept, that they changed is', async () => {
  const changes = await t.act(await t.area(), { visit_id: newId(), query: {} }, (ctx) =>
    ctx.asAuditor((db) =>
      db
        .selectFrom('access.change')
        .select(['table_name', 'operation', 'before'])
        .where('table_name', 'in', ['access.password', 'access.authenticator', 'access.recovery_code'])
        .execute(),
    ),
  )
  assert.ok(changes.some((c) => c.table_name === 'access.password' && c.operation === 'update'))
  assert.ok(changes.every((c) => c.before === null))
})
