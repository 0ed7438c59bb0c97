import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { makeSmallPlan, openSmallCycle } from '../plan-cast.ts'
import { listWhoCanAnswer } from '../plans/name-owner.ts'
import { listOwners } from '../plans/queries.ts'

const t = await testApp({ clock: () => new Date('2036-10-07T09:00:00Z') })
const nell = await t.as('Nell Wainwright')
const plan = await nell.act(makeSmallPlan)
const cycle_id = await nell.act((ctx) => openSmallCycle(ctx, plan))

test('an owner who becomes known, or is somebody else, while a cycle is open is asked by a button', async () => {
  const page = async () => wordsOf((await nell.get(`/plan-cycles/${cycle_id}`)).text)
  const owners = await nell.act((ctx) => listOwners(ctx, plan.plan_id))
  const owner = (initials: string) => owners.find((one) => one.initials === initials)!.owner_id
  const code = async (start: string) =>
    (await nell.act(listWhoCanAnswer)).find(({ name }) => name.startsWith(start))!.code
  assert.doesNotMatch(await page(), /Not asked yet/)
  // Nobody stands for CG: that is said, before a cycle is opened and while it is.
  const unnamed = /Nobody is named, so nobody is asked CG: number 1\. Say who answers for CG/
  assert.match(await page(), unnamed)
  assert.match(wordsOf((await nell.get(`/delivery-years/${plan.year_id}/cycles/open`)).text), unnamed)
  const named = await nell.post(`/plan-owners/${owner('CG')}`, { who: await code('Craig Galloway') })
  assert.equal(named.location, `/plan-cycles/${cycle_id}`)
  assert.match(await page(), /Not asked yet CG: number 1 Ask them now/)
  assert.doesNotMatch(await page(), /Nobody is named/)
  const sent = await nell.post(`/plan-cycles/${cycle_id}/ask`)
  assert.equal(sent.status, 303)
  assert.doesNotMatch(await page(), /Not asked yet/)
  const craig = await t.as('Craig Galloway')
  assert.match(wordsOf((await craig.get('/update-requests')).text), /number 1: Expand the number/)
  assert.match(wordsOf((await craig.get(`/plan-cycles/${cycle_id}`)).text), /CG: waiting/)
  // Named again: what is unanswered goes to whoever is named now, and nobody is asked twice.
  await nell.post(`/plan-owners/${owner('CG')}`, { who: await code('Nell Wainwright') })
  assert.match(await page(), /Not asked yet CG: number 1/)
  await nell.post(`/plan-cycles/${cycle_id}/ask`)
  assert.doesNotMatch(wordsOf((await craig.get('/update-requests')).text), /number 1: Expand the number/)
  assert.match(wordsOf((await nell.get('/update-requests')).text), /number 1: Expand the number/)
  // And nobody at all: the request is taken back.
  await nell.post(`/plan-owners/${owner('CG')}`, { who: '' })
  await nell.post(`/plan-cycles/${cycle_id}/ask`)
  assert.doesNotMatch(wordsOf((await nell.get('/update-requests')).text), /number 1: Expand the number/)
})
