import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/act.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { PASSWORD, shownKey, signInTest, typed } from './sign-in-for-tests.ts'

const { t, browser, codeOf, firstSignIn, later } = await signInTest()

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
