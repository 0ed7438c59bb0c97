import assert from 'node:assert/strict'
import test from 'node:test'
import { newId } from '#platform/act.ts'
import { sendWaiting } from '#platform/mail/index.ts'
import { testApp } from '../../../testing/cast.ts'
import { makeSmallPlan, openSmallCycle } from '../plan-cast.ts'
import { closeCycle } from './close-cycle.ts'
import { remindOwners } from './remind-owners.ts'

let now = new Date('2036-10-01T09:00:00Z')
const t = await testApp({ clock: () => now })
const nell = await t.as('Nell Wainwright')
const area = await t.area()

/** What leaves now, by whom it is for. */
async function letters() {
  const left: { to: string; subject: string; text: string }[] = []
  await sendWaiting(
    (work) => t.act(area, { visit_id: newId(), query: {} }, work),
    (message) => Promise.resolve((left.push(message), { became: 'accepted' as const })),
  )
  return left.toSorted((a, b) => (a.to < b.to ? -1 : 1))
}
const remind = () =>
  t.act(area, { visit_id: newId(), query: {} }, (ctx) => remindOwners(ctx, 'http://localhost'))

test('owners are written to when they are asked, before, on and after the day: one letter each, to their staff address', async () => {
  const plan = await nell.act(makeSmallPlan)
  const cycle_id = await nell.act((ctx) => openSmallCycle(ctx, plan))
  const asked = await letters()
  assert.deepEqual(
    asked.map(({ to, subject }) => [to, subject]),
    [
      ['moira.stead@example.org', '1 update asked for, due 14 October 2036'],
      ['nadia.whelan@example.org', '2 updates asked for, due 14 October 2036'],
    ],
  )
  assert.match(asked[0]!.text, /- Theme 2, number 2: Improve the reporting of hate crime/)
  assert.match(asked[0]!.text, /http:\/\/localhost\/update-requests\/[0-9a-f-]{36}\n/)
  assert.match(asked[1]!.text, /number 1: .*\n- .*number 3: .*\n\n.*\nhttp:\/\/localhost\/update-requests\n/)

  assert.equal(await remind(), 0)
  assert.deepEqual(await letters(), [])
  const subjects = async (day: string) => {
    now = new Date(`${day}T08:00:00Z`)
    await remind()
    await remind()
    return (await letters()).map(({ subject }) => subject)
  }
  assert.deepEqual(await subjects('2036-10-07'), [
    '1 update due 14 October 2036',
    '2 updates due 14 October 2036',
  ])
  const moira = await t.as('Sgt Moira Stead')
  const [, id] = /update-requests\/([0-9a-f-]{36})/.exec(asked[0]!.text)!
  assert.equal((await moira.post(`/update-requests/${id}`, { words: 'Done.' })).status, 303)
  assert.deepEqual(await subjects('2036-10-14'), ['2 updates due today'])
  assert.deepEqual(await subjects('2036-10-15'), ['2 updates late: due 14 October 2036'])
  assert.deepEqual(await subjects('2036-10-16'), [])
  await nell.act((ctx) => closeCycle(ctx, cycle_id))
  assert.equal(await remind(), 0)
})

test('what is not kept is not sent', async () => {
  const plan = await nell.act(makeSmallPlan).catch(() => undefined)
  await assert.rejects(
    nell.act(async (ctx) => {
      await openSmallCycle(ctx, plan ?? (await makeSmallPlan(ctx)))
      throw new Error('not kept')
    }),
    /not kept/,
  )
  assert.deepEqual(await letters(), [])
})
