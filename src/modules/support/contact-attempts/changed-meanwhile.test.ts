// What is safe changes while a worker has the form open: what they record is about the number that they used, and they are told.
import assert from 'node:assert/strict'
import test from 'node:test'
import { addContactMethod, stopChannel } from '#people'
import { getCase } from '../cases/get-case.ts'
import { idIn, type Came } from '../../../testing/cast.ts'
import { call, supportCast } from '../../../testing/support-cast.ts'
import { clockTime } from './form.ts'

const s = await supportCast()
const { dan, lena } = s
const routeOn = ({ text }: Came) => /name="route" value="([^"]*)"/.exec(text)![1]!
const said = (came: Came) => decodeURIComponent(decodeURIComponent(came.headers.get('set-cookie') ?? ''))
const methodsOf = (at: string) =>
  dan.act(async (ctx) =>
    ctx.db
      .selectFrom('people.contact_method')
      .select(['contact_method_id', 'value', 'stopped_because'])
      .where('person_id', '=', (await getCase(ctx, idIn(at))).person_id)
      .orderBy('value')
      .execute(),
  )
const addNumber = (at: string, value: string) =>
  lena.act(async (ctx) => {
    const { person_id } = await getCase(ctx, idIn(at))
    await addContactMethod(ctx, person_id, { kind: 'mobile', value, safe: 'yes', message_ok: 'yes' })
  })

test('a wrong number stops the one that was called, not the one that a colleague put in its place', async () => {
  const at = await s.openCase()
  const record = `${at}/contact-attempts/record`
  const route = routeOn(await dan.get(record))
  const [old] = await methodsOf(at)
  await lena.act((ctx) => stopChannel(ctx, old!.contact_method_id, 'asked-to-stop'))
  await addNumber(at, '07700 900777')

  const slip = await dan.post(record, call('', '2026-11-20', '09:45', { route, note: 'A man answered' }))
  assert.match(slip.text, /was changed after you opened this page/)
  assert.match(slip.text, /07700 900777/)
  assert.match(slip.text, /A man answered/)
  assert.equal(routeOn(slip), route, 'what is recorded stays about the number that was called')

  const came = await dan.post(record, call('wrong-number', '2026-11-20', '09:45', { route }))
  assert.match(said(came), /A colleague changed the way of contact meanwhile/)
  assert.deepEqual(
    (await methodsOf(at)).map(({ value, stopped_because }) => [value, stopped_because]),
    [
      ['07700 900123', 'wrong-number'],
      ['07700 900777', null],
    ],
  )
})

test('where nothing changed nothing is said of it', async () => {
  const at = await s.openCase()
  const record = `${at}/contact-attempts/record`
  const route = routeOn(await dan.get(record))
  assert.doesNotMatch(
    said(await dan.post(record, call('third-party', '2026-11-20', '09:45', { route }))),
    /meanwhile/,
  )
  assert.equal((await methodsOf(at))[0]!.stopped_because, 'someone-else-answered')
})

test('a number that nobody has asked about is not called safe', async () => {
  const at = await s.openCase({}, { safe: 'unknown' })
  const page = (await dan.get(`${at}/contact-attempts/record`)).text
  assert.match(page, /07700 900123<\/strong> [\s\S]{0,80}May be used: nobody has asked/)
  assert.doesNotMatch(page, /Safe to use/)
})

test('for the one message, the page shows how it is safe to write, and has chosen it', async () => {
  const at = await s.openCase()
  const page = (await dan.get(`${at}/contact-attempts/record?channel=write`)).text
  assert.match(page, /Text to <strong>07700 900123/)
  assert.match(page, /value="sms" selected/)
  assert.doesNotMatch(page, /Call <strong>/)
  const unsafe = await s.openCase({}, { safe: 'no' })
  const none = (await dan.get(`${unsafe}/contact-attempts/record?channel=write`)).text
  assert.match(none, /Text: [\s\S]{0,80}Do not use/)
  assert.doesNotMatch(none, /07700 900123/)
})

test('a time is read as people type it', () => {
  const typed = ['9', '9.30', '0930', '930', '9am', '2:30pm', '12am', '12 pm', '14:30', '2.30 p.m.']
  assert.deepEqual(typed.map(clockTime), [
    '09:00',
    '09:30',
    '09:30',
    '09:30',
    '09:00',
    '14:30',
    '00:00',
    '12:00',
    '14:30',
    '14:30',
  ])
  for (const wrong of ['25:00', '14:5', 'noon', '13pm', '2400', '']) assert.equal(clockTime(wrong), wrong)
})
