import assert from 'node:assert/strict'
import test from 'node:test'
import type { Ctx } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { carryOver } from '../deliverables/carry-over.ts'
import { listDeliverables } from '../deliverables/queries.ts'
import { makeSmallPlan } from '../plan-cast.ts'
import { nameOwner, listWhoCanAnswer } from '../plans/name-owner.ts'
import { listOwners } from '../plans/queries.ts'
import { addYear } from '../plans/start-plan.ts'
import { closeCycle } from './close-cycle.ts'
import { openCycle } from './open-cycle.ts'
import { getCycle, requestsOf } from './queries.ts'
import { silenceInWords, silentDeliverables, silentOwners } from './silence.ts'

let now = new Date('2036-07-07T09:00:00Z')
const t = await testApp({ clock: () => now })
const nell = await t.as('Nell Wainwright')
const plan = await nell.act(makeSmallPlan)

const PERIODS = [
  ['2036-04-01', '2036-06-30'],
  ['2036-07-01', '2036-09-30'],
  ['2037-04-01', '2037-06-30'],
] as const

const open = (ctx: Ctx, year_id: string, index: 0 | 1 | 2) => {
  const [period_from, period_to] = PERIODS[index]
  return openCycle(ctx, 'http://localhost', year_id, {
    name: `Quarter ${(index % 2) + 1}`,
    period_from,
    period_to,
    due_on: period_to,
  })
}

/** One answer in a cycle, in the name of whoever is asked about this number. */
async function answer(who: string, cycle_id: string, initials: string, words: string) {
  const asked = await nell.act((ctx) => requestsOf(ctx, cycle_id))
  const visitor = await t.as(who)
  const one = asked.find((each) => each.initials === initials)!
  assert.equal((await visitor.post(`/update-requests/${one.update_request_id}`, { words })).status, 303)
}

test('silence is counted by deliverable along its trail, and by owner over all they were asked for', async () => {
  await nell.act(async (ctx) => {
    const able = await listWhoCanAnswer(ctx)
    const code = (start: string) => able.find(({ name }) => name.startsWith(start))!.code
    for (const { owner_id, initials } of await listOwners(ctx, plan.plan_id))
      await nameOwner(
        ctx,
        owner_id,
        code({ NW: 'Nadia Whelan', CG: 'Craig Galloway', Force: 'Sgt Moira Stead' }[initials]!),
      )
  })
  const first = await nell.act((ctx) => open(ctx, plan.year_id, 0))
  now = new Date('2036-07-08T09:00:00Z')
  await answer('Sgt Moira Stead', first, 'Force', 'All is well.')
  await nell.act((ctx) => closeCycle(ctx, first))

  const second = await nell.act((ctx) => open(ctx, plan.year_id, 1))
  // NW is asked about numbers 1 and 3 and answers one of them: that owner is not silent, the other deliverable is.
  await answer('Nadia Whelan', second, 'NW', 'We went on.')
  const told = (await nell.act((ctx) => requestsOf(ctx, second))).find(({ answered_at }) => answered_at)!
  await nell.act((ctx) => closeCycle(ctx, second))
  const at = async (cycle_id: string) =>
    nell.act(async (ctx) => {
      const cycle = await getCycle(ctx, cycle_id)
      return { by: await silentDeliverables(ctx, cycle), owners: await silentOwners(ctx, cycle) }
    })
  const then = await at(second)
  const [one, two, three] = plan.deliverables as [string, string, string]
  assert.equal(then.by.get(told.deliverable_id), undefined)
  assert.deepEqual([then.by.get(two), then.by.get(three)], [1, 2])
  assert.deepEqual(
    then.owners.map((one) => silenceInWords(one)),
    [
      'CG has given none of the updates asked for in 2 reporting cycles in a row: Quarter 1 (to 30 June 2036) and Quarter 2 (to 30 September 2036). Asked about number 2.1.',
    ],
  )
  assert.match(
    wordsOf((await nell.get(`/plan-cycles/${second}`)).text),
    /Silent for two reporting cycles or more CG has/,
  )
  assert.doesNotMatch(wordsOf((await nell.get(`/plan-cycles/${first}`)).text), /Silent for two reporting/)

  // The next year: what was carried over keeps its silence, and so does its owner.
  const year_id = await nell.act(async (ctx) => {
    const next = await addYear(ctx, plan.plan_id, {
      title: 'Police and Crime Delivery Plan (2037-38)',
      starts_on: '2037-04-01',
      ends_on: '2038-03-31',
    })
    await carryOver(ctx, next, [one, two])
    return next
  })
  now = new Date('2037-06-01T09:00:00Z')
  const third = await nell.act((ctx) => open(ctx, year_id, 2))
  const carried = await nell.act((ctx) => listDeliverables(ctx, year_id))
  const number = (words: RegExp) => carried.find((each) => words.test(each.words))!.deliverable_id
  const later = await at(third)
  assert.deepEqual([later.by.get(number(/Community Points/)), later.by.get(number(/hate crime/))], [1, 2])
  assert.deepEqual(
    later.owners.map(({ initials, cycles }) => [initials, cycles.length]),
    [
      ['CG', 3],
      ['Force', 2],
    ],
  )
  // Nobody is silent in a cycle that is not due yet.
  const page = async () => wordsOf((await nell.get(`/plan-cycles/${third}`)).text)
  assert.match(await page(), /CG has given none of the updates asked for in 2 reporting cycles/)
  assert.doesNotMatch(await page(), /Force has given none/)
  now = new Date('2037-07-01T09:00:00Z')
  assert.match(
    await page(),
    /CG has .* 3 reporting cycles .*Force has given none of the updates asked for in 2 reporting cycles/,
  )

  // What the office writes down for an owner breaks their silence, and nobody else's.
  const written = await nell.post(`/deliverables/${number(/Community Points/)}/updates/write`, {
    words: 'Told by telephone.',
    author: 'CG',
    'dated_on-day': '1',
    'dated_on-month': '7',
    'dated_on-year': '2037',
  })
  assert.equal(written.status, 303)
  assert.deepEqual(
    (await at(third)).owners.map(({ initials }) => initials),
    ['Force'],
  )
})
