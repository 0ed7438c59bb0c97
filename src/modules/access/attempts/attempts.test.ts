import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { test } from 'node:test'
import { wordsOf } from '../../../testing/visitor.ts'
import { PASSWORD, signInTest, typed } from '../sign-in/sign-in-for-tests.ts'

const { t, browser, codeOf, firstSignIn, later, attempts } = await signInTest()

// The work is counted, not timed: a machine with other things to do tells nothing by its clock.
let hashes = 0
const { argon2 } = crypto
crypto.argon2 = (...given: Parameters<typeof argon2>) => {
  hashes++
  argon2(...given)
}
syncBuiltinESMExports()

test('a wrong address and a wrong password read the same and are as much work', async () => {
  await firstSignIn('Noor Hale')
  const pages = new Set<string>()
  for (let i = 0; i < 3; i++)
    for (const email of ['noor.hale@example.org', `nobody${i}@example.org`, 'joan.whitlock@example.org']) {
      const b = browser()
      await b.get('/sign-in')
      hashes = 0
      const came = await b.post('/sign-in', typed(email, `not it at all ${i}`))
      assert.equal(came.status, 422)
      assert.equal(
        hashes,
        1,
        `${email}: one hash, whether there is an account, none, or one without a password yet`,
      )
      pages.add(wordsOf(came.text))
    }
  assert.deepEqual([...pages].slice(1), [], 'the words are the same')
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

test('a network that tries account after account is stopped, whether the accounts exist or not, and its neighbour is not', async () => {
  const tryFrom = async (address: string, i: number) => {
    const b = browser(address)
    await b.get('/sign-in')
    return (await b.post('/sign-in', typed(`somebody${i}@example.org`, 'x'))).status
  }
  const statuses: number[] = []
  // A new address for each, of those that one IPv6 caller may choose among.
  for (let i = 0; i < 52; i++) statuses.push(await tryFrom(`2001:db8:7:7:${i.toString(16)}::1`, i))
  assert.deepEqual(new Set(statuses.slice(0, 50)), new Set([422]))
  assert.deepEqual(statuses.slice(50), [429, 429])
  assert.equal(await tryFrom('2001:db8:7:8::1', 52), 422)
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

test('every attempt is kept, by hashes only', async () => {
  const kept = await attempts()
  assert.ok(kept.length > 80)
  assert.deepEqual(
    new Set(kept.map((a) => a.outcome)),
    new Set(['first-step', 'succeeded', 'wrong', 'refused']),
  )
  const text = JSON.stringify(
    kept.map((a) => Object.values(a).map((v) => (Buffer.isBuffer(v) ? v.toString('latin1') : v))),
  )
  assert.ok(!/example\.org|192\.0\.2|2001:db8/.test(text))
  assert.ok(!/example\.org|192\.0\.2|violin/.test(t.logged()))
})
