import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VerbTools } from '#platform/cli/verb.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { signInTest } from '../sign-in/sign-in-for-tests.ts'
import { memberVerbs } from './verbs.ts'

const { t, browser, later } = await signInTest()
const invite = memberVerbs[0]!

/** What the verb prints. */
async function run(rest: string[], area = 'nottinghamshire'): Promise<string[]> {
  const said: string[] = []
  const tools = {
    pools: t.pools,
    act: t.act,
    secret: t.secret,
    say: (line: string) => void said.push(line),
    json: () => {},
  }
  await invite.run({ options: { area }, rest }, tools as unknown as VerbTools)
  return said.join('\n').split('\n')
}

test('the command line makes the code of the first administrator of an area', async () => {
  const [code = ''] = await run(['Ruth.Adeyemi@example.org'])
  assert.match(code, /^([a-z\d]{4}-){4}[a-z\d]{4}$/)
  const b = browser()
  await b.get('/first-sign-in')
  assert.match(wordsOf((await b.post('/first-sign-in', { code })).text), /Choose a password/)
})

test('nobody of the area, or an area that is not there, is said so', async () => {
  await assert.rejects(
    run(['holly.tyson@example.org']),
    /A member of Nottinghamshire with this e-mail address was not found/,
  )
  await assert.rejects(run(['ruth.adeyemi@example.org'], 'devon'), /there are cumbria, nottinghamshire/)
  await assert.rejects(run([]), /Say one e-mail address/)
})

test('a newer code stops the older one, and a code stops after seven days', async () => {
  const [first = ''] = await run(['noor.hale@example.org'])
  const [second = ''] = await run(['noor.hale@example.org'])
  const b = browser()
  await b.get('/first-sign-in')
  assert.equal((await b.post('/first-sign-in', { code: first })).status, 422)
  later(7 * 24 * 60 + 1)
  assert.equal((await b.post('/first-sign-in', { code: second })).status, 422)
  assert.match(
    wordsOf((await b.post('/first-sign-in', { code: 'abc' })).text),
    /must be twenty letters and digits/,
  )
})

test('the pages of a first sign-in are not open to whoever has no code', async () => {
  for (const page of ['/first-sign-in/password', '/first-sign-in/app'])
    assert.match(wordsOf((await browser().get(page)).text), /Begin again with your code/)
})

test('the password is chosen by the rules, twice the same, and must be chosen before the app is set up', async () => {
  const [code = ''] = await run(['imani.osei@example.org'])
  const b = browser()
  await b.get('/first-sign-in')
  await b.post('/first-sign-in', { code })
  for (const [password, again, said] of [
    ['imani.osei1', 'imani.osei1', /12 characters or more/],
    ['imani.osei@example.org', 'imani.osei@example.org', /your own name or e-mail address/],
    ['kettle marsupial nine', 'kettle marsupial ten', /The two passwords are not the same/],
    ['', '', /Enter a new password/],
  ] as const) {
    const refused = await b.post('/first-sign-in/password', { password, again })
    assert.equal(refused.status, 422)
    assert.match(wordsOf(refused.text), said)
  }
  assert.match((await b.get('/first-sign-in/app')).url, /^\/first-sign-in/)
})
