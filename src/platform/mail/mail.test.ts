// Mail is queued in a transaction and leaves by a real SMTP server, once, whatever happens on the way.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { makeAct, newId } from '../act.ts'
import { Invalid } from '../errors.ts'
import { makeEnqueue, makeQueues } from '../jobs/jobs.ts'
import { testDatabase } from '../testing.ts'
import { deliverBySmtp, type Deliver, isOneAddress, queueMail, sendWaiting, withdrawMail } from './index.ts'
import { SEND_MAIL } from './queue-mail.ts'
import { leaveUnsent, listUnsent, sendAgain } from './send-again.ts'
import type { Step } from './send-waiting.ts'
import { addSomewhere, SOMEBODY } from './somebody-for-tests.ts'
import { smtpServer } from './smtp-server-for-tests.ts'

let now = new Date('2026-11-02T09:00:00Z')
const { pools, url } = await testDatabase()
const server = await smtpServer()
after(() => server.close())
const administrator = new pg.Client({ connectionString: url })
await administrator.connect()
after(() => administrator.end())
administrator.on('error', () => {}) // the database is dropped when the tests end, this connection with it

await addSomewhere(administrator)
const boss = new PgBoss({
  db: { executeSql: (text, values) => pools.app.query(text, values) },
  schema: 'jobs',
  migrate: false,
  supervise: false,
  schedule: false,
})
await boss.start()
await makeQueues(boss, [{ name: SEND_MAIL, run: async () => {} }])
await boss.stop({ graceful: false })

const act = makeAct(pools, makeEnqueue(pools.app), () => now)
const step: Step = (work) => act(SOMEBODY, { visit_id: newId(), query: {} }, work)
const deliver = deliverBySmtp({ url: server.url, from: 'Waymark <papers@example.org>', patience: 5000 })

const letter = (once: string, more: object = {}) => ({
  about: 'a test',
  once,
  to: 'reader@example.org',
  subject: 'A paper is published',
  text: 'Read it here.',
  ...more,
})
const rowOf = async (once: string) =>
  (await administrator.query('select * from mail.message where once = $1', [once])).rows[0]
const minutesLater = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))
const left = () => server.taken.splice(0)

test('a message leaves with its headers, and its address and words are forgotten', async () => {
  await step((ctx) => queueMail(ctx, letter('one', { stop_url: 'https://example.org/stop/abc' })))
  assert.equal(await sendWaiting(step, deliver), 1)
  const [taken, ...others] = left()
  assert.equal(others.length, 0)
  assert.deepEqual([taken!.from, taken!.to], ['papers@example.org', ['reader@example.org']])
  assert.equal(taken!.headers.subject, 'A paper is published')
  assert.equal(taken!.headers['list-unsubscribe'], '<https://example.org/stop/abc>')
  assert.equal(taken!.headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click')
  assert.equal(taken!.headers['auto-submitted'], 'auto-generated')
  assert.match(taken!.body, /Read it here\./)
  const row = await rowOf('one')
  assert.equal(row.state, 'sent')
  assert.deepEqual([row.to_address, row.words, row.stop_url], [null, null, null])
})

test('what is queued twice leaves once, and what is rolled back never leaves', async () => {
  await step((ctx) => queueMail(ctx, letter('twice')))
  await step((ctx) => queueMail(ctx, letter('twice'), letter('twice')))
  await assert.rejects(
    step(async (ctx) => {
      await queueMail(ctx, letter('undone'))
      throw new Error('undone')
    }),
  )
  await Promise.all([sendWaiting(step, deliver), sendWaiting(step, deliver)])
  assert.equal(left().length, 1)
  assert.equal(await rowOf('undone'), undefined)
})

test('a server that asks to come again is asked again later, and the id of the message stays', async () => {
  await step((ctx) => queueMail(ctx, letter('again')))
  server.manners = { to_message: '451 4.3.0 Try again later' }
  assert.equal(await sendWaiting(step, deliver), 0)
  server.manners = {}
  assert.equal(await sendWaiting(step, deliver), 0, 'not before its time')
  assert.deepEqual([(await rowOf('again')).state, (await rowOf('again')).why], ['waiting', '451'])
  minutesLater(1)
  assert.equal(await sendWaiting(step, deliver), 1)
  const { message_id } = await rowOf('again')
  assert.equal(left()[0]!.headers['message-id'], `<${message_id}@example.org>`)
})

test('a server that is not there is tried for two days, then it is left to a person, for a week', async () => {
  await step((ctx) => queueMail(ctx, letter('nowhere')))
  const nowhere = deliverBySmtp({ url: 'smtp://127.0.0.1:1', from: 'papers@example.org', patience: 2000 })
  let tries = 0
  const began = now
  while ((await rowOf('nowhere')).state === 'waiting') {
    await sendWaiting(step, nowhere)
    tries++
    minutesLater(720)
  }
  assert.equal(tries, 10)
  assert.ok(now.getTime() - began.getTime() >= 2 * 24 * 3_600_000)
  const row = await rowOf('nowhere')
  assert.deepEqual([row.state, row.to_address], ['refused', 'reader@example.org'])
  minutesLater(7 * 24 * 60 + 1)
  await sendWaiting(step, deliver)
  const later = await rowOf('nowhere')
  assert.deepEqual([later.state, later.to_address, later.words], ['refused', null, null])
})

test('an address that the server refuses is not tried again by itself; somebody can have it sent, once', async () => {
  await step((ctx) => queueMail(ctx, letter('refused')))
  server.manners = { to_recipient: '550 5.1.1 No such mailbox <reader@example.org>' }
  await sendWaiting(step, deliver)
  server.manners = {}
  const row = await rowOf('refused')
  assert.deepEqual([row.state, row.why], ['refused', '550'])
  minutesLater(60)
  assert.equal(await sendWaiting(step, deliver), 0)
  const [unsent] = await step(listUnsent)
  assert.deepEqual(
    [unsent!.message_id, unsent!.state, unsent!.can_be_sent],
    [row.message_id, 'refused', true],
  )
  assert.ok(!JSON.stringify(unsent).includes('reader@'), 'whom it is to is not told')
  await step((ctx) => sendAgain(ctx, row.message_id))
  assert.equal(await sendWaiting(step, deliver), 1)
  assert.equal(left().length, 1)
  await assert.rejects(
    step((ctx) => sendAgain(ctx, row.message_id)),
    Invalid,
  )
})

test('a message whose answer was lost is told as unsure and never sent again by itself', async () => {
  await step((ctx) => queueMail(ctx, letter('lost')))
  server.manners = { falls_silent: true }
  await sendWaiting(step, deliver)
  server.manners = {}
  minutesLater(2000)
  await sendWaiting(step, deliver)
  const { state, message_id } = await rowOf('lost')
  assert.equal(state, 'unsure')
  assert.equal(left().length, 0)
  // Somebody decides that it is not worth arriving twice: its address is forgotten at once.
  await step((ctx) => leaveUnsent(ctx, message_id))
  assert.equal((await rowOf('lost')).to_address, null)
  await assert.rejects(
    step((ctx) => sendAgain(ctx, message_id)),
    Invalid,
  )
})

test('a program killed while it sends never doubles what it had sent', async () => {
  await step((ctx) => queueMail(ctx, letter('killed'), letter('after')))
  const killed: Deliver = async (message) => {
    await deliver(message)
    throw new Error('killed')
  }
  await assert.rejects(sendWaiting(step, killed))
  assert.equal(await sendWaiting(step, deliver), 1, 'the other one is not held up')
  minutesLater(30)
  await sendWaiting(step, deliver)
  assert.equal(left().length, 2)
  const states = new Set([(await rowOf('killed')).state, (await rowOf('after')).state])
  assert.deepEqual(states, new Set(['sent', 'unsure']))
})

test('what waits for somebody is taken back when they want it no more', async () => {
  const for_id = newId()
  await step((ctx) => queueMail(ctx, letter('refused before', { for_id: newId() })))
  const { for_id: other } = await rowOf('refused before')
  server.manners = { to_recipient: '550 5.1.1 No such mailbox' }
  await sendWaiting(step, deliver)
  server.manners = {}
  assert.equal((await rowOf('refused before')).to_address, 'reader@example.org')
  assert.equal(await step((ctx) => withdrawMail(ctx, other)), 0)
  assert.equal(
    (await rowOf('refused before')).to_address,
    null,
    'what could be sent again cannot be any more',
  )
  await step((ctx) => queueMail(ctx, letter('unwanted', { for_id }), letter('wanted')))
  assert.equal(await step((ctx) => withdrawMail(ctx, for_id)), 1)
  await sendWaiting(step, deliver)
  assert.equal(left().length, 1)
})

test('whoever stops while their letter is on its way is not written to again, and their address is gone', async () => {
  const for_id = newId()
  await step((ctx) => queueMail(ctx, letter('on its way', { for_id })))
  await sendWaiting(step, async () => {
    await step((ctx) => withdrawMail(ctx, for_id))
    return { became: 'later', why: 'busy' }
  })
  const { state, to_address, words } = await rowOf('on its way')
  assert.deepEqual([state, to_address, words], ['refused', null, null])
  minutesLater(24 * 60)
  await sendWaiting(step, deliver)
  assert.equal(left().length, 0)
})

test('no page and no record of changes holds an address, not even its own sender outside the sending', async () => {
  await step((ctx) => queueMail(ctx, letter('unread')))
  const seen = await step((ctx) => ctx.db.selectFrom('mail.message').selectAll().execute())
  assert.deepEqual(seen, [])
  const { rows } = await administrator.query(
    `select count(*)::int as n, count(*) filter (where before::text like '%reader@%')::int as told from access.change where table_name = 'mail.message'`,
  )
  assert.ok(rows[0].n > 10)
  assert.equal(rows[0].told, 0)
  await sendWaiting(step, deliver)
})

test('mail goes to one plain address each', async () => {
  for (const wrong of [
    'a@example.org, b@example.org',
    'a@b',
    'a@example.org\nBcc: x@example.org',
    '<a@example.org>',
    '',
  ])
    assert.equal(isOneAddress(wrong), false, wrong)
  assert.ok(isOneAddress("o'neill+papers@mail.example.org"))
  await assert.rejects(
    step((ctx) => queueMail(ctx, letter('many', { to: 'a@example.org,b@example.org' }))),
    TypeError,
  )
})

test('a line break in a subject or an address adds no header', async () => {
  left()
  await step((ctx) => queueMail(ctx, letter('hostile', { subject: 'Paper\r\nBcc: other@example.org' })))
  await sendWaiting(step, deliver)
  const [taken] = left()
  assert.equal(taken!.headers.bcc, undefined)
  assert.deepEqual(taken!.to, ['reader@example.org'])
})
