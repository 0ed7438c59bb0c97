import assert from 'node:assert/strict'
import test from 'node:test'
import { idIn, testApp } from '../../../testing/cast.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { makeSmallPlan, openSmallCycle } from '../plan-cast.ts'
import { listDeliverables, trailOf } from './queries.ts'

const t = await testApp()
const nell = await t.as('Nell Wainwright')
const plan = await nell.act(makeSmallPlan)
const [first, , third] = plan.deliverables as [string, string, string]

test('what goes on is carried over with its trail', async () => {
  await nell.act((ctx) => openSmallCycle(ctx, plan))
  const rated = await nell.post(`/deliverables/${third}/rate`, { status: 'white', reason: 'No site yet' })
  assert.equal(rated.status, 303)
  const made = await nell.post(`/delivery-plans/${plan.plan_id}/years/add`, {
    title: 'Police and Crime Delivery Plan (2037-38)',
    'starts_on-day': '1',
    'starts_on-month': '4',
    'starts_on-year': '2037',
    'ends_on-day': '31',
    'ends_on-month': '3',
    'ends_on-year': '2038',
  })
  const year_id = idIn(made.location)
  const none = await nell.post(`/delivery-years/${year_id}/carry-over`)
  assert.equal(none.status, 422)
  assert.match(none.text, /Select what is to be carried over/)
  assert.equal(
    (await nell.post(`/delivery-years/${year_id}/carry-over`, { deliverables: [first, third] })).status,
    303,
  )
  const [one, two] = await nell.act((ctx) => listDeliverables(ctx, year_id))
  assert.deepEqual([one!.number, two!.number, one!.owners], [1, 2, 'NW/CG'])
  const trail = await nell.act((ctx) => trailOf(ctx, two!.deliverable_id))
  assert.deepEqual(
    trail.map((step) => [step.year_title, step.number]),
    [
      ['Police and Crime Delivery Plan (2036-37)', 3],
      ['Police and Crime Delivery Plan (2037-38)', 2],
    ],
  )
  // How it stood before, in whichever year that was, is said before anybody has rated it in this one.
  const page = wordsOf((await nell.get(`/deliverables/${two!.deliverable_id}`)).text)
  assert.match(
    page,
    /Since last time Not rated; was White .*Carried over .*Open new facilities White in Quarter 2/,
  )
  assert.match(page, /What was said in other years is with each of them, above/)
})
