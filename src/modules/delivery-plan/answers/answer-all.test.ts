import assert from 'node:assert/strict'
import test from 'node:test'
import { newId } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { requestsOf } from '../cycles/queries.ts'
import { makeSmallPlan, openSmallCycle } from '../plan-cast.ts'
import { listUpdates } from '../updates/queries.ts'

const t = await testApp({ clock: () => new Date('2036-10-07T09:00:00Z') })
const nell = await t.as('Nell Wainwright')
const nadia = await t.as('Nadia Whelan')
const plan = await nell.act(makeSmallPlan)
const cycle_id = await nell.act((ctx) => openSmallCycle(ctx, plan))
const [first, second, third] = plan.deliverables as [string, string, string]
const asked = await nell.act((ctx) => requestsOf(ctx, cycle_id))
const of = (deliverable: string, initials: string) =>
  asked.find((one) => one.deliverable_id === deliverable && one.initials === initials)!.update_request_id
const said = (deliverable: string) => nell.act((ctx) => listUpdates(ctx, deliverable))

test('answers that were sent with the token of an earlier session are there again, and are sent then', async () => {
  const words = `words_${of(first, 'NW')}`
  const unsent = `unsent=${encodeURIComponent('/update-requests/all')}`
  const send = (_csrf: string) =>
    t.app.request('/update-requests/all', {
      method: 'POST',
      headers: {
        cookie: nadia.cookie,
        origin: 'http://localhost',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ _csrf, [words]: 'Typed all afternoon', [`words_${newId()}`]: 'Not hers' }),
    })
  const answer = await send('x'.repeat(43))
  assert.equal(answer.headers.get('location'), '/update-requests/all')
  assert.ok(answer.headers.getSetCookie().some((line) => line.startsWith(unsent)))
  const cookie = `${nadia.cookie}; ${unsent}`
  const page = await t.app.request('/update-requests/all', { headers: { cookie } })
  assert.match(await page.text(), /Typed all afternoon<\/textarea>/)
  assert.deepEqual(await said(first), [])
  assert.equal((await send('forged')).status, 403, 'what carries no token of ours is not kept')
})

test('an owner answers everything on one page; what cannot be kept is told at its field, and nothing is sent', async () => {
  assert.match(wordsOf((await nadia.get('/update-requests')).text), /Answer all 2 on one page/)
  const [one, three] = [of(first, 'NW'), of(third, 'NW')]
  const page = await nadia.get('/update-requests/all')
  assert.match(wordsOf(page.text), /number 1: .*Your update.*number 3: .*Your update/)
  assert.doesNotMatch(page.text, /hate crime/, 'what others are asked is not on it')
  const none = await nadia.post('/update-requests/all', {})
  assert.equal(none.status, 422)
  assert.match(none.text, /Write at least one update before you send/)
  const wrong = await nadia.post('/update-requests/all', {
    [`words_${one}`]: 'We went on.',
    [`words_${three}`]: 'Of {{ crimes solved }} so far',
    [`suggests_${three}`]: 'amber',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, new RegExp(`href="#words_${three}"`))
  assert.match(wrong.text, /We went on\.<\/textarea>/)
  assert.match(wrong.text, /value="amber" selected/)
  assert.deepEqual(await said(first), [])
})

test('each answer is a record of its own; what was left empty waits; nobody answers what another was asked', async () => {
  const [one, two, three] = [of(first, 'NW'), of(second, 'Force'), of(third, 'NW')]
  assert.equal((await nadia.post('/update-requests/all', { [`words_${two}`]: 'Not mine.' })).status, 422)
  const sent = await nadia.post('/update-requests/all', {
    [`words_${one}`]: 'We went on: {{ referrals received, this quarter }}.',
    [`suggests_${one}`]: 'green',
    [`words_${three}`]: '  ',
  })
  assert.equal(sent.status, 303)
  const [update] = await said(first)
  assert.deepEqual(
    [update!.author, update!.suggests, update!.dated_on, update!.figures[0]!.printed],
    ['Nadia Whelan', 'green', '2036-10-07', '0'],
  )
  assert.deepEqual([await said(second), await said(third)], [[], []])
  assert.doesNotMatch((await nadia.get('/update-requests/all')).text, /number 1:/)
  const late = await nadia.post('/update-requests/all', {
    [`words_${one}`]: 'Written in another window.',
    [`words_${three}`]: 'Done.',
  })
  assert.equal(late.status, 422, 'what was answered meanwhile is not thanked for')
  assert.match(late.text, /readonly>Written in another window\.<\/textarea>/)
  assert.match(late.text, />Done\.<\/textarea>/)
  assert.deepEqual(await said(third), [])
  const coloured = await nadia.post('/update-requests/all', { [`suggests_${three}`]: 'amber' })
  assert.match(coloured.text, /Write what the colour rests on/)
  assert.equal((await nadia.post('/update-requests/all', { [`words_${three}`]: 'Done.' })).status, 303)
  assert.match(
    wordsOf((await nadia.get('/update-requests/all')).text),
    /Nobody is waiting for anything from you/,
  )
})
