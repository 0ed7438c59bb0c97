import assert from 'node:assert/strict'
import test from 'node:test'
import { addContactMethod } from '#people'
import { getCase } from '../cases/get-case.ts'
import { call, supportCast } from '../../../testing/support-cast.ts'
import { idIn } from '../../../testing/cast.ts'
import { inLondon } from './record-contact-attempt.ts'

const s = await supportCast()
const { dan, carys } = s

test('from first call to close: each step is worked out and becomes the one open task', async () => {
  const at = await s.openCase()
  const record = `${at}/contact-attempts/record`
  const steps: string[] = []
  const next = async () => {
    const tasks = await dan.act((ctx) =>
      ctx.db
        .selectFrom('support.task')
        .select(['what', 'due_on'])
        .where('case_id', '=', idIn(at))
        .where('done_on', 'is', null)
        .execute(),
    )
    assert.equal(tasks.length, 1)
    steps.push(`${tasks[0]!.what} by ${tasks[0]!.due_on}`)
  }
  await next()
  for (const [moment, on, time] of [
    ['2026-11-23T09:30:00Z', '2026-11-23', '09:20'],
    ['2026-11-23T11:30:00Z', '2026-11-23', '11:20'],
    ['2026-11-24T14:30:00Z', '2026-11-24', '14:20'],
  ] as const) {
    s.at(moment)
    assert.equal((await dan.post(record, call('no-answer', on, time))).status, 303)
    await next()
  }
  s.at('2026-11-25T10:00:00Z')
  await dan.post(record, call('message-left', '2026-11-25', '09:50', { channel: 'sms' }))
  await next()
  assert.deepEqual(steps, [
    'Make first contact by 2026-11-24',
    'Try again: attempt 2 by 2026-11-25',
    'Try again: attempt 3, on another day and in the afternoon or evening by 2026-11-25',
    'Send one letter, text or email by a safe route by 2026-11-25',
    'Close: could not be contacted by 2026-12-02',
  ])
  const closed = await dan.post(`${at}/close`, {
    reason: 'no-contact',
    last_self_assessment: 'not-offered',
    note: '',
  })
  assert.equal(closed.status, 303)
  s.at('2026-11-20T10:00:00Z')
})

test('whoever is reached has no step left, and a support call is counted as an action with its minutes', async () => {
  const at = await s.openCase()
  const came = await dan.post(
    `${at}/contact-attempts/record`,
    call('reached', '2026-11-20', '09:45', { note: 'Wants a new lock', support_call: 'yes', minutes: '15' }),
  )
  assert.equal(came.location, at)
  const page = (await dan.get(at)).text
  assert.match(page, /Wants a new lock/)
  assert.match(page, /Phone support call/)
  assert.doesNotMatch(page, /Make first contact/)
  const [action] = await dan.act((ctx) =>
    ctx.db.selectFrom('support.action').selectAll().where('case_id', '=', idIn(at)).execute(),
  )
  assert.equal(`${action!.type} ${action!.minutes} ${action!.quantity}`, 'phone-support 15 1')
})

test('somebody else answered: the number is stopped, and the next step is to check what is safe', async () => {
  const at = await s.openCase()
  assert.match((await dan.get(`${at}/contact-attempts/record`)).text, /07700 900123/)
  await dan.post(`${at}/contact-attempts/record`, call('third-party', '2026-11-20', '09:45'))
  const page = (await dan.get(`${at}/contact-attempts/record`)).text
  assert.match(page, /Do not call/)
  assert.doesNotMatch(page, /07700 900123/)
  assert.match((await dan.get(at)).text, /Check which way of contact is safe/)
  const review = (found: string) =>
    dan.post(`${at}/contact-attempts/review-route`, { found, finding: 'Her own number is another' })
  const refused = await review('safe-way')
  assert.equal(refused.status, 422, 'an attempt that nobody could make is not asked for')
  assert.match(refused.text, /No way of contact is marked as safe yet/)
  await dan.act(async (ctx) => {
    const { person_id } = await getCase(ctx, idIn(at))
    await addContactMethod(ctx, person_id, { kind: 'mobile', value: '07700 900124', safe: 'yes' })
  })
  assert.equal((await review('safe-way')).location, at)
  assert.match((await dan.get(at)).text, /Try again: attempt 2/)
})

test('somebody whom no safe way reaches is not tried again, and the case closes as no contact', async () => {
  const at = await s.openCase({}, { safe: 'no' })
  const record = (await dan.get(`${at}/contact-attempts/record`)).text
  assert.match(record, /Do not call/)
  assert.match(record, new RegExp(`${at}/contact-attempts/review-route`))
  const closing = { reason: 'no-contact', last_self_assessment: 'not-offered' }
  const early = await dan.post(`${at}/close`, closing)
  assert.equal(early.status, 422)
  assert.match(early.text, /no safe way to reach them/)
  await dan.post(`${at}/contact-attempts/review-route`, { found: 'none', finding: 'Her number is his' })
  assert.match((await dan.get(at)).text, /Close: could not be contacted/)
  assert.equal((await dan.post(`${at}/close`, closing)).location, at)
})

test('a number is never shown on a sensitive case unless it is known to be safe', async () => {
  const at = await s.openCase({}, { safe: 'unknown', sensitive: true })
  const page = (await dan.get(`${at}/contact-attempts/record`)).text
  assert.match(page, /Do not call/)
  assert.doesNotMatch(page, /07700/)
})

test('what is wrong is said, and the note comes back', async () => {
  const at = await s.openCase()
  const record = `${at}/contact-attempts/record`
  const nothing = await dan.post(record, call('', '2026-11-20', '09:45', { note: 'Typed <b>already</b>' }))
  assert.equal(nothing.status, 422)
  assert.match(nothing.text, /Select what happened/)
  assert.match(nothing.text, /Typed &lt;b&gt;already&lt;\/b&gt;/)
  assert.match(
    (await dan.post(record, call('reached', '2026-11-19', '09:45'))).text,
    /must not be before the case was opened/,
  )
  assert.match(
    (await dan.post(record, call('reached', '2026-11-20', '11:45'))).text,
    /must not be later than now/,
  )
  assert.match(
    (await dan.post(record, call('reached', '2026-11-20', '25:45'))).text,
    /Enter the time like 14:30/,
  )
  const kept = await dan.act((ctx) =>
    ctx.db
      .selectFrom('support.contact_attempt')
      .select('contact_attempt_id')
      .where('case_id', '=', idIn(at))
      .execute(),
  )
  assert.equal(kept.length, 0)
})

test('another provider’s adviser finds no such page, and the change is kept with who made it', async () => {
  const at = await s.openCase()
  assert.equal(
    (await carys.post(`${at}/contact-attempts/record`, call('reached', '2026-11-20', '09:45'))).status,
    404,
  )
  await dan.post(`${at}/contact-attempts/record`, call('no-answer', '2026-11-20', '09:45'))
  const changes = await dan.act((ctx) =>
    ctx.asAuditor((db) =>
      db
        .selectFrom('access.change')
        .select(['operation', 'actor_id'])
        .where('table_name', '=', 'support.contact_attempt')
        .orderBy('changed_at', 'desc')
        .limit(1)
        .execute(),
    ),
  )
  assert.deepEqual(changes, [{ operation: 'insert', actor_id: dan.actor.actor_id }])
})

test('a time is by the clock of England and Wales, summer and winter', () => {
  assert.equal(inLondon('2026-07-01', '09:30').toISOString(), '2026-07-01T08:30:00.000Z')
  assert.equal(inLondon('2026-11-20', '09:30').toISOString(), '2026-11-20T09:30:00.000Z')
})
