import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { addDays, dayOfNumber, isWorkingDay } from '#reference'
import { idIn } from '../../../testing/cast.ts'
import { dayFields, supportCast } from '../../../testing/support-cast.ts'
import { orNextWorkingDay } from '../tasks/working-day.ts'

const s = await supportCast()
const { dan, carys } = s
const action = {
  type: 'target-hardening',
  quantity: '3',
  outcome: '',
  minutes: '',
  channel: '',
  ...dayFields('acted_on', '2026-11-20'),
}
const taskOf = async (at: string, what: string) =>
  await dan.act((ctx) =>
    ctx.db
      .selectFrom('support.task')
      .selectAll()
      .where('case_id', '=', idIn(at))
      .where('what', '=', what)
      .executeTakeFirstOrThrow(),
  )

test('a planned action is due on a working day, and doing it ends it and counts its items', async () => {
  const at = await s.openCase()
  await dan.post(`${at}/actions/plan`, {
    type: 'target-hardening',
    what: 'Fit three locks',
    ...dayFields('due_on', '2026-12-25'),
  })
  const planned = await taskOf(at, 'Fit three locks')
  assert.equal(
    planned.due_on,
    '2026-12-29',
    'not at Christmas, not on Boxing Day or its substitute, not at the weekend',
  )
  const page = await dan.get(`${at}/actions/record?task=${planned.task_id}`)
  assert.match(page.text, /From the plan/)
  assert.match(page.text, /value="target-hardening" selected/)
  await dan.post(`${at}/actions/record?task=${planned.task_id}`, action)
  assert.equal((await taskOf(at, 'Fit three locks')).ended_as, 'done')
  const [done] = await dan.act((ctx) =>
    ctx.db.selectFrom('support.action').select(['quantity']).where('case_id', '=', idIn(at)).execute(),
  )
  assert.equal(done!.quantity, 3)
})

test('items are asked of target hardening and of nothing else', async () => {
  const at = await s.openCase()
  assert.match(
    (await dan.post(`${at}/actions/record`, { ...action, quantity: '' })).text,
    /Enter the number of items/,
  )
  const two = await dan.post(`${at}/actions/record`, { ...action, type: 'advocacy', quantity: '2' })
  assert.match(two.text, /Only target hardening is counted in items/)
  const before = await dan.post(`${at}/actions/record`, { ...action, ...dayFields('acted_on', '2026-11-01') })
  assert.match(before.text, /must not be before the case was opened/)
})

test('a task is due in working days; a step of the contact rules cannot be ticked off', async () => {
  const at = await s.openCase()
  await dan.post(`${at}/tasks/add`, { what: 'Ring back', due_in: '2' })
  const task = await taskOf(at, 'Ring back')
  assert.equal(task.due_on, '2026-11-24')
  const step = await taskOf(at, 'Make first contact')
  assert.match(
    (await dan.post(`${at}/tasks/${step.task_id}/complete`, { ended_as: 'done' })).text,
    /Record the attempt/,
  )
  assert.equal((await carys.post(`${at}/tasks/${task.task_id}/complete`, { ended_as: 'done' })).status, 404)
  assert.equal((await dan.post(`${at}/tasks/${task.task_id}/complete`, { ended_as: 'done' })).status, 303)
  assert.match((await dan.get(`${at}/timeline`)).text, /Task done/)
})

test('the person’s own score is kept apart from the worker’s, and 0 is not a need now', async () => {
  const at = await s.openCase()
  const asked = { stage: 'start', ...dayFields('assessed_on', '2026-11-20') }
  assert.match((await dan.post(`${at}/needs/record`, asked)).text, /Score at least one need/)
  await dan.post(`${at}/needs/record`, {
    ...asked,
    finance_person: '5',
    finance_worker: '2',
    social_worker: '0',
  })
  await dan.post(`${at}/needs/record`, { ...asked, stage: 'review', finance_person: '3' })
  const page = (await dan.get(`${at}/plan`)).text
  assert.match(page, /3, down from 5/)
  assert.match(page, /Not a need now: Social interactions/)
  const kept = await dan.act((ctx) =>
    ctx.db
      .selectFrom('support.need_score')
      .select(['need', 'worker_score', 'person_score'])
      .where('case_id', '=', idIn(at))
      .orderBy('recorded_at')
      .orderBy('need')
      .execute(),
  )
  assert.deepEqual(kept, [
    { need: 'finance', worker_score: 2, person_score: 5 },
    { need: 'social', worker_score: 0, person_score: null },
    { need: 'finance', worker_score: null, person_score: 3 },
  ])
})

test('a judgement of risk needs its reason, and stands in the identity bar', async () => {
  const at = await s.openCase()
  assert.match((await dan.post(`${at}/risk/record`, { risk: 'high', because: '' })).text, /Enter why/)
  await dan.post(`${at}/risk/record`, { risk: 'high', because: 'He knows where she lives' })
  assert.match((await dan.get(at)).text, /High/)
  assert.match((await dan.get(`${at}/timeline`)).text, /He knows where she lives/)
})

test('nothing falls due when nobody works, and never more than the longest holiday later', () => {
  fc.assert(
    fc.property(fc.integer({ min: 17_000, max: 24_000 }).map(dayOfNumber), (day) => {
      const due = orNextWorkingDay(day)
      assert.ok(isWorkingDay(due) && due >= day && due <= addDays(day, 5))
    }),
  )
})
