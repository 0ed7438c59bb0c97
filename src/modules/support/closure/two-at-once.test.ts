// Two workers at one case in the same minute: both are answered in words, one thing is done once, and what either typed is kept.
import assert from 'node:assert/strict'
import test from 'node:test'
import { idIn } from '../../../testing/cast.ts'
import { call, dayFields, supportCast } from '../../../testing/support-cast.ts'

const s = await supportCast()
const { dan, lena } = s
const closing = { reason: 'completed', last_self_assessment: 'declined', open_tasks: 'not-needed' }
const back = { ...dayFields('returned_on', '2026-11-20'), because: 'He has written again' }
const timeline = async (at: string) => (await dan.get(`${at}/timeline`)).text
const count = (text: string, words: string) => text.split(words).length - 1

test('both close it: it is closed once, and the second’s words are kept as a note', async () => {
  const at = await s.openCase()
  const both = await Promise.all([
    dan.post(`${at}/close`, { ...closing, note: 'Dan wrote this' }),
    lena.post(`${at}/close`, { ...closing, reason: 'disengaged', note: 'Lena wrote this' }),
  ])
  assert.deepEqual(
    both.map(({ status, location }) => [status, location]),
    [
      [303, at],
      [303, at],
    ],
  )
  const page = await timeline(at)
  assert.equal(count(page, 'Dan wrote this'), 1)
  assert.equal(count(page, 'Lena wrote this'), 1)
  const later = await lena.post(`${at}/close`, { ...closing, note: 'Typed before the page was read again' })
  assert.match(
    decodeURIComponent(decodeURIComponent(later.headers.get('set-cookie') ?? '')),
    /was closed already, as “.*”\. How it ended, in your words, is kept as a note/,
  )
  assert.match(await timeline(at), /Typed before the page was read again/)

  const returned = await Promise.all([dan, lena].map((who) => who.post(`${at}/return`, back)))
  assert.deepEqual(
    returned.map(({ location }) => location),
    [at, at],
  )
})

test('both record an attempt: each counts, and one step is left to do', async () => {
  const at = await s.openCase()
  const record = `${at}/contact-attempts/record`
  const both = await Promise.all([
    dan.post(record, call('no-answer', '2026-11-20', '09:10')),
    lena.post(record, call('no-answer', '2026-11-20', '09:20')),
  ])
  assert.deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  )
  assert.match((await dan.get(at)).text, /Try again: attempt 3/)
  const open = await dan.act((ctx) =>
    ctx.db
      .selectFrom('support.task')
      .select('what')
      .where('case_id', '=', idIn(at))
      .where('done_on', 'is', null)
      .execute(),
  )
  assert.equal(open.length, 1)
})

test('back after more than six months is one new case, however often it is recorded', async () => {
  const at = await s.openCase()
  await dan.post(`${at}/close`, closing)
  s.at('2027-06-01T10:00:00Z')
  const later = { ...back, ...dayFields('returned_on', '2027-06-01') }
  const both = await Promise.all([dan, lena].map((who) => who.post(`${at}/return`, later)))
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 422],
  )
  assert.match(both.find(({ status }) => status === 422)!.text, /They came back already: case W\d+ is open/)
  s.at('2026-11-20T10:00:00Z')
})
