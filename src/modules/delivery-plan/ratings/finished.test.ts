import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { carryOver } from '../deliverables/carry-over.ts'
import { statusesBefore, getCycle } from '../cycles/queries.ts'
import { openCycle } from '../cycles/open-cycle.ts'
import { closeCycle } from '../cycles/close-cycle.ts'
import { listDeliverables } from '../deliverables/queries.ts'
import { makeSmallPlan, openSmallCycle } from '../plan-cast.ts'
import { addYear } from '../plans/start-plan.ts'

let now = new Date('2036-10-07T09:00:00Z')
const t = await testApp({ clock: () => now })
const nell = await t.as('Nell Wainwright')
const plan = await nell.act(makeSmallPlan)
const cycle_id = await nell.act((ctx) => openSmallCycle(ctx, plan))
const [, second, third] = plan.deliverables as [string, string, string]

const day = (name: string, iso: string) => {
  const [year, month, date] = iso.split('-')
  return { [`${name}-day`]: date!, [`${name}-month`]: month!, [`${name}-year`]: year! }
}
const change = (number: string, more: Record<string, string>) => ({
  theme_id: plan.theme_id,
  number,
  words: 'Words',
  owners: 'NW',
  organisation: 'OPCC',
  measured_over: 'quarter',
  less_is_better: 'no',
  dates_too: 'no',
  ...more,
})

test('an analyst says when something was finished, and Green is proposed with the day', async () => {
  const url = `/deliverables/${third}/change`
  const dates = { ...day('due_on', '2036-09-28'), ...day('done_on', '2036-09-30') }
  const ahead = await nell.post(url, change('3', { rule: 'date', ...dates, ...day('done_on', '2037-01-01') }))
  assert.equal(ahead.status, 422)
  assert.equal((await nell.post(url, change('3', { rule: 'date', ...dates }))).status, 303)
  assert.match(wordsOf((await nell.get(`/deliverables/${third}`)).text), /Finished 30 September 2036/)
  assert.match(
    wordsOf((await nell.get(`/deliverables/${third}/rate`)).text),
    /Proposed: Green It was finished on 30 September 2036, 2 days after it was due\./,
  )
})

test('dates and a measure together: the worse is proposed, and a person who differs says why', async () => {
  const url = `/deliverables/${second}/change`
  const both = change('2', {
    rule: 'bands',
    measure: 'referrals-received',
    target: '10',
    amber_to: '0',
    dates_too: 'yes',
  })
  const undated = await nell.post(url, both)
  assert.equal(undated.status, 422)
  assert.match(undated.text, /Enter when it is due/)
  const bare = await nell.post(url, { ...both, rule: 'none', ...day('due_on', '2037-03-31') })
  assert.match(bare.text, /Select a measure to propose by as well/)
  assert.equal((await nell.post(url, { ...both, ...day('due_on', '2037-03-31') })).status, 303)
  assert.match(
    wordsOf((await nell.get(`/deliverables/${second}/rate`)).text),
    /Proposed: Amber By its dates it is Green: it is due on 31 March 2037\. By its measure it is Amber: the measure is 0; .* The worse of the two is proposed\./,
  )
  const differs = await nell.post(`/deliverables/${second}/rate`, { status: 'green' })
  assert.match(differs.text, /Say why it is Green, when Amber is proposed/)
})

test('movement follows what is carried over through years in which nobody rated it', async () => {
  await nell.post(`/deliverables/${third}/rate`, { status: 'green' })
  await nell.act((ctx) => closeCycle(ctx, cycle_id))
  let from = plan.year_id
  for (const year of [2037, 2038])
    from = await nell.act(async (ctx) => {
      const next = await addYear(ctx, plan.plan_id, {
        title: `Delivery Plan (${year})`,
        starts_on: `${year}-04-01`,
        ends_on: `${year + 1}-03-31`,
      })
      const goesOn = (await listDeliverables(ctx, from)).at(-1)!
      await carryOver(ctx, next, [goesOn.deliverable_id])
      return next
    })
  now = new Date('2038-06-01T09:00:00Z')
  const before = await nell.act(async (ctx) => {
    const next = await openCycle(ctx, 'http://localhost', from, {
      name: 'Quarter 1',
      period_from: '2038-04-01',
      period_to: '2038-06-30',
      due_on: '2038-07-14',
    })
    return [...(await statusesBefore(ctx, await getCycle(ctx, next))).values()]
  })
  assert.deepEqual(before, ['green'])
})
