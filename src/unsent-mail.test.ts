// Whoever looks after the service sees mail that did not leave, never whom it is to, and has it sent again.
import assert from 'node:assert/strict'
import test from 'node:test'
import { newId } from '#platform/act.ts'
import { type Deliver, queueMail, sendWaiting } from '#platform/mail/index.ts'
import { testApp } from './testing/cast.ts'
import { wordsOf } from './testing/visitor.ts'

const t = await testApp()
const area = await t.area()
const step: Parameters<typeof sendWaiting>[0] = (work) => t.act(area, { visit_id: newId(), query: {} }, work)
const becomes =
  (became: 'unsure' | 'refused' | 'accepted'): Deliver =>
  () =>
    Promise.resolve(became === 'accepted' ? { became } : { became, why: '550' })

test('the office has an unsure message sent again, and leaves a refused one; nobody else comes there', async () => {
  const keeper = await t.as('Nell Wainwright')
  const letter = { to: 'rosa@example.org', subject: 'About Rosa', text: 'Words for Rosa' }
  await step((ctx) => queueMail(ctx, { ...letter, about: 'a reminder', once: 'one' }))
  await sendWaiting(step, becomes('unsure'))
  await step((ctx) => queueMail(ctx, { ...letter, about: 'a published paper', once: 'two' }))
  await sendWaiting(step, becomes('refused'))
  const page = await keeper.get('/unsent-mail')
  const words = wordsOf(page.text)
  assert.match(
    words,
    /a published paper .*Refused The mail server does not take it \(the mail server answered 550\)/,
  )
  assert.match(words, /a reminder .*Unsure .*It may have arrived\. Sent again, it may arrive twice\./)
  assert.doesNotMatch(page.text, /rosa/i)
  const [refused, unsure] = [...page.text.matchAll(/action="\/unsent-mail\/([0-9a-f-]+)\/send-again"/g)].map(
    ([, id]) => id,
  )
  assert.equal((await keeper.post(`/unsent-mail/${unsure}/send-again`)).status, 303)
  assert.equal(await sendWaiting(step, becomes('accepted')), 1)
  assert.equal((await keeper.post(`/unsent-mail/${refused}/leave`)).status, 303)
  assert.equal(await sendWaiting(step, becomes('accepted')), 0)
  assert.match(wordsOf((await keeper.get('/unsent-mail')).text), /its address is no longer kept/)
  assert.equal((await (await t.as('Ruth Adeyemi')).get('/unsent-mail')).status, 403)
  assert.equal((await (await t.as('Dan Jessop')).post(`/unsent-mail/${refused}/send-again`)).status, 403)
})
