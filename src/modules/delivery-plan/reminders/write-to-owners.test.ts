import assert from 'node:assert/strict'
import test from 'node:test'
import { newId } from '#platform/act.ts'
import { sendWaiting } from '#platform/mail/index.ts'
import { testApp } from '../../../testing/cast.ts'
import { makeSmallPlan, openSmallCycle } from '../plan-cast.ts'
import { closeCycle } from '../cycles/close-cycle.ts'
import { openCycle } from '../cycles/open-cycle.ts'
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
  assert.match(
    asked[1]!.text,
    /number 1: .*\n- .*number 3: .*\n\n.*\nhttp:\/\/localhost\/update-requests\/all\n/,
  )

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

test('what is due at a weekend is reminded of on the Friday before, by its day', async () => {
  const plan = await nell.act(makeSmallPlan)
  await nell.act((ctx) => openSmallCycle(ctx, plan).then((cycle_id) => closeCycle(ctx, cycle_id)))
  await nell.act((ctx) =>
    openCycle(ctx, 'http://localhost', plan.year_id, {
      name: 'Quarter 3',
      period_from: '2036-10-01',
      period_to: '2036-12-31',
      due_on: '2037-01-17', // a Saturday
    }),
  )
  await letters()
  now = new Date('2037-01-15T08:00:00Z')
  await remind()
  await letters()
  now = new Date('2037-01-16T08:00:00Z')
  await remind()
  assert.deepEqual(
    (await letters()).map(({ subject }) => subject),
    ['1 update due 17 January 2037', '2 updates due 17 January 2037'],
  )
  now = new Date('2037-01-18T08:00:00Z')
  assert.equal(await remind(), 0, 'nobody is written to on a Sunday')
  now = new Date('2037-01-19T08:00:00Z')
  await remind()
  assert.match((await letters())[0]!.subject, /late: due 17 January 2037/)
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
