// Nothing typed is lost, and nothing sent is done twice: what a tired worker does to a form on a slow afternoon.
import assert from 'node:assert/strict'
import test from 'node:test'
import { formToken, hashToken } from '#platform/http/session-cookie.ts'
import { call, supportCast } from '../../../testing/support-cast.ts'
import type { Someone } from '../../../testing/cast.ts'

const s = await supportCast()
const { dan, lena } = s

/** The fields that a page puts into its forms. */
const carried = (text: string) =>
  Object.fromEntries(
    ['_once', '_seen'].flatMap((name) => {
      const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1]
      return value ? [[name, value]] : []
    }),
  )
const notes = async (at: string) => (await dan.get(`${at}/timeline`)).text.match(/app-lines/g)?.length ?? 0

/** Lets the session of somebody lie idle for an hour, or ends it on purpose. */
const endSession = (who: Someone, how: 'idle' | 'revoked') =>
  who.act((ctx) =>
    ctx.db
      .updateTable('access.session')
      .set(how === 'idle' ? { last_seen_at: new Date(Date.now() - 3_600_000) } : { revoked_at: new Date() })
      .where('token_hash', '=', Buffer.from(hashToken(who.cookie.split('.')[1]!), 'hex'))
      .execute(),
  )

/** Sends a form in a browser of its own: the session's cookie and token, whatever became of the session. */
async function send(who: Someone, url: string, fields: Record<string, string>, more = '') {
  const [, token = ''] = who.cookie.split('.')
  const shown = { area_id: who.actor.area_id, token_hash: hashToken(token) }
  const answer = await s.app.request(url, {
    method: 'POST',
    headers: {
      cookie: `${who.cookie}; ${more}`,
      origin: 'http://localhost',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ _csrf: formToken(s.secret, shown), ...fields }).toString(),
  })
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0])
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    cookies,
    text: await answer.text(),
  }
}

test('a form sent after its session’s time is over leads to signing in, and is there again afterwards', async () => {
  const at = await s.openCase()
  const typist = await s.as('Dan Jessop')
  await endSession(typist, 'idle')
  const came = await send(typist, `${at}/notes/add`, { body: 'A long afternoon of typing' })
  assert.equal(came.location, `/sign-in?next=${encodeURIComponent(`${at}/notes/add`)}`)
  assert.ok(
    came.cookies.some((line) =>
      decodeURIComponent(decodeURIComponent(line!)).includes('What you typed is kept'),
    ),
  )
  assert.equal(await notes(at), 0, 'nothing is saved without anybody signed in')
  const said = came.cookies.find((line) => line!.startsWith('said='))!
  const door = await (await s.app.request('/sign-in', { headers: { cookie: said } })).text()
  assert.match(door, /Important[\s\S]*You were signed out/, 'which is no success')

  const again = await s.as('Dan Jessop')
  const page = (await again.get(`${at}/notes/add`)).text
  assert.match(page, /A long afternoon of typing/)
  assert.match(page, /It is not saved yet/)
  assert.doesNotMatch((await lena.get(`${at}/notes/add`)).text, /long afternoon/)
  await again.post(`${at}/notes/add`, { body: 'A long afternoon of typing' })
  assert.doesNotMatch((await again.get(`${at}/notes/add`)).text, /long afternoon/)
})

test('so is a form that keeps no drafts, in the same browser, with its address as it was', async () => {
  const typist = await s.as('Dan Jessop')
  const fields = { name: 'Siobhán Ní Dhomhnaill’s café', stage: 'engaged' }
  await endSession(typist, 'idle')
  const came = await send(typist, '/community-points/add?from=list', fields)
  assert.equal(came.location, `/sign-in?next=${encodeURIComponent('/community-points/add?from=list')}`)
  const unsent = came.cookies.find((line) => line!.startsWith('unsent='))
  const again = await s.as('Dan Jessop')
  const page = async (cookie: string) =>
    (
      await s.app.request('/community-points/add', { headers: { cookie: `${again.cookie}; ${cookie}` } })
    ).text()
  assert.match(await page(unsent!), /Dhomhnaill/)
  assert.doesNotMatch(await page(''), /Dhomhnaill/, 'a new one begins empty where nothing was left')
})

test('so is what was pasted into a page that takes a file as well, also with the token of an earlier session', async () => {
  const cases: [string, string, Record<string, string>][] = [
    ['Nell Wainwright', '/plan-imports/start', { name: 'October', text: 'Pasted for an hour' }],
    ['Nell Wainwright', '/paper-checks/start', { text: 'Pasted for an hour' }],
  ]
  for (const [name, url, fields] of cases)
    for (const token of [undefined, 'x'.repeat(43)]) {
      const typist = await s.as(name)
      if (!token) await endSession(typist, 'idle')
      const came = await send(typist, url, { ...fields, ...(token ? { _csrf: token } : {}) })
      assert.equal(came.location, token ? url : `/sign-in?next=${encodeURIComponent(url)}`)
      const unsent = came.cookies.find((line) => line!.startsWith('unsent='))!
      const again = token ? typist : await s.as(name)
      const headers = { cookie: `${again.cookie}; ${unsent}` }
      assert.match(await (await s.app.request(url, { headers })).text(), /Pasted for an hour/, url)
      // The first is no plan, and is refused: it stays. The second is checked, and is gone.
      const taken = (await send(again, url, fields, unsent)).status === 200
      assert.equal(taken, url === '/paper-checks/start')
      const later = await (await s.app.request(url, { headers })).text()
      assert.equal(later.includes('Pasted for an hour'), !taken, url)
    }
})

test('nothing is kept of a session that was ended on purpose, of a forged form, or of a search', async () => {
  const at = await s.openCase()
  const typist = await s.as('Lena Gorski')
  await endSession(typist, 'idle')
  await send(typist, `${at}/notes/add`, { body: 'forged', _csrf: 'x'.repeat(43) })
  await send(typist, '/people', { surname: 'Searched' })
  await endSession(typist, 'revoked')
  await send(typist, `${at}/notes/add`, { body: 'ended' })
  const kept = await lena.act((ctx) => ctx.db.selectFrom('access.draft').select('url').execute())
  assert.deepEqual(kept, [])
})

test('what is typed is kept while it is typed, though the session is over', async () => {
  const at = await s.openCase()
  const typist = await s.as('Dan Jessop')
  await endSession(typist, 'idle')
  const came = await send(typist, '/drafts', { _url: `${at}/risk/record`, because: 'He has been seen near' })
  assert.match(came.location ?? '', /^\/sign-in/)
  assert.match((await (await s.as('Dan Jessop')).get(`${at}/risk/record`)).text, /He has been seen near/)
})

test('a form opened before signing in anew is shown again with what was typed, and saves nothing', async () => {
  const at = await s.openCase()
  const before = await s.as('Dan Jessop')
  const now = await s.as('Dan Jessop')
  const [, token = ''] = before.cookie.split('.')
  const _csrf = formToken(s.secret, { area_id: before.actor.area_id, token_hash: hashToken(token) })
  const came = await send(now, `${at}/notes/add`, { _csrf, body: 'From the other window' })
  assert.equal(came.status, 422)
  assert.match(came.text, /You signed in again after this page was opened/)
  assert.match(came.text, /From the other window/)
  assert.equal(await notes(at), 0)
  assert.equal((await send(now, `${at}/notes/add`, { _csrf: 'nonsense', body: 'x' })).status, 403)
})

test('the same form sent twice is saved once, also when both come at the same moment', async () => {
  const at = await s.openCase()
  const note = { ...carried((await dan.get(`${at}/notes/add`)).text), body: 'Pressed twice' }
  const [one, two] = await Promise.all([dan.post(`${at}/notes/add`, note), dan.post(`${at}/notes/add`, note)])
  assert.equal(one.location, at)
  assert.equal(two.location, at)
  assert.equal((await dan.post(`${at}/notes/add`, note)).location, at)
  assert.equal(await notes(at), 1)
  const other = { ...note, body: 'Changed after going back' }
  await dan.post(`${at}/notes/add`, other)
  assert.equal(await notes(at), 2, 'what was changed meanwhile is another note')
  const afresh = { ...carried((await dan.get(`${at}/notes/add`)).text), body: 'Pressed twice' }
  await dan.post(`${at}/notes/add`, afresh)
  assert.equal(await notes(at), 3, 'the same words on a new page are meant')
})

test('what was refused is there again after looking something up on another page', async () => {
  const at = await s.openCase()
  const refused = await dan.post(`${at}/risk/record`, { because: 'He knows where she works' })
  assert.equal(refused.status, 422)
  assert.match((await dan.get(`${at}/risk/record`)).text, /He knows where she works/)
  await dan.post(`${at}/risk/record`, { risk: 'high', because: 'He knows where she works' })
  assert.doesNotMatch((await dan.get(`${at}/risk/record`)).text, /He knows where/)
})

test('a second sending of what can be done only once is answered like the first', async () => {
  const at = await s.openCase()
  const page = (await dan.get(`${at}/close`)).text
  const closing = {
    ...carried(page),
    reason: 'completed',
    last_self_assessment: 'declined',
    open_tasks: 'not-needed',
  }
  const first = await dan.post(`${at}/close`, closing)
  assert.equal(first.location, at, first.text)
  assert.equal((await dan.post(`${at}/close`, closing)).location, at)
})

test('a page sent without the fields of a page, as programs do, is saved as often as it is sent', async () => {
  const at = await s.openCase()
  for (const time of ['09:10', '09:20'])
    await dan.post(`${at}/contact-attempts/record`, call('no-answer', '2026-11-20', time))
  assert.equal((await dan.get(`${at}/timeline`)).text.match(/no answer/gi)?.length, 2)
})
