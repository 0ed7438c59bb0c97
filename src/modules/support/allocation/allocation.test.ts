import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { idIn } from '../../../testing/cast.ts'
import { supportCast } from '../../../testing/support-cast.ts'
import { medianOf } from './list-caseload.ts'

const s = await supportCast()
const { dan, lena, ruth, carys } = s
const waiting = () => s.openCase({ take_it: 'later' })

test('a manager allocates; the worker is asked whether they know the person before the case is shown', async () => {
  const at = await waiting()
  assert.match((await ruth.get('/my-day')).text, /Waiting for allocation/)
  const given = await ruth.post(`${at}/allocate`, {
    allocated_to: lena.actor.actor_id,
    knows_person: 'not-asked',
    because: '',
  })
  assert.equal(given.status, 303)
  assert.match((await lena.get('/my-day')).text, /Say whether you know this person/)
  assert.equal((await lena.get(at)).location, `${at}/conflict-check`)
  const said = await lena.post(`${at}/conflict-check`, { knows_person: 'no' })
  assert.equal(said.location, at)
  assert.match((await lena.get(at)).text, /Make first contact/)
})

test('who knows the person is walled off, and the case waits for somebody else', async () => {
  const at = await waiting()
  await ruth.post(`${at}/allocate`, {
    allocated_to: lena.actor.actor_id,
    knows_person: 'not-asked',
    because: '',
  })
  await lena.post(`${at}/conflict-check`, { knows_person: 'yes' })
  assert.equal((await lena.get(at)).status, 404)
  assert.equal((await lena.get(`${at}/timeline`)).status, 404)
  assert.doesNotMatch((await lena.get('/cases?worker=nobody')).text, new RegExp(idIn(at)))
  assert.match((await ruth.get('/my-day')).text, /The last worker knows the person/)
  const again = await ruth.post(`${at}/allocate`, {
    allocated_to: lena.actor.actor_id,
    knows_person: 'no',
    because: '',
  })
  assert.equal(again.status, 422)
  assert.match(again.text, /said that they know this person/)
  const kept = await ruth.act((ctx) =>
    ctx.db.selectFrom('support.allocation').select('knows_person').where('case_id', '=', idIn(at)).execute(),
  )
  assert.deepEqual(kept, [{ knows_person: 'yes' }])
})

test('a caseworker takes a case, and cannot give one to somebody else', async () => {
  const at = await waiting()
  const given = await dan.post(`${at}/allocate`, {
    allocated_to: lena.actor.actor_id,
    knows_person: 'no',
    because: '',
  })
  assert.equal(given.status, 422)
  assert.match(given.text, /Ask your team manager/)
  assert.equal(
    (await dan.post(`${at}/allocate`, { allocated_to: dan.actor.actor_id, knows_person: 'no', because: '' }))
      .status,
    303,
  )
  const stranger = await ruth.post(`${at}/allocate`, {
    allocated_to: carys.actor.actor_id,
    knows_person: 'no',
    because: '',
  })
  assert.match(stranger.text, /Select somebody who is in the team/)
  assert.equal((await carys.get(`${at}/allocate`)).status, 404)
})

test('a manager sees the caseload; a caseworker does not', async () => {
  const page = await ruth.get('/caseload')
  assert.match(page.text, /Median wait/)
  assert.match(page.text, /Dan Jessop/)
  assert.equal((await dan.get('/caseload')).status, 403)
})

test('half of the values are at or below the median, half at or above', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 }), (values) => {
      const median = medianOf(values)!
      assert.ok(values.filter((value) => value <= median).length * 2 >= values.length)
      assert.ok(values.filter((value) => value >= median).length * 2 >= values.length)
    }),
  )
  assert.equal(medianOf([]), null)
})

test('a case that a worker of the old system has is theirs in the caseload, and waits for nobody', async () => {
  const at = await waiting()
  await dan.act((ctx) =>
    ctx.db.updateTable('support.case').set({ worker: 'Old hand' }).where('case_id', '=', idIn(at)).execute(),
  )
  assert.match((await ruth.get('/caseload')).text, /Old hand, of the old system/)
  assert.doesNotMatch((await ruth.get('/cases?worker=nobody')).text, new RegExp(idIn(at)))
})

test('of two who take a case in the same minute one has it, and the other is told who', async () => {
  const at = await waiting()
  const was = /name="was" value="([^"]*)"/.exec((await dan.get(`${at}/allocate`)).text)![1]!
  assert.equal(was, 'nobody')
  const takes = (who: typeof dan) =>
    who.post(`${at}/allocate`, { was, allocated_to: who.actor.actor_id, knows_person: 'no', because: '' })
  const both = await Promise.all([takes(dan), takes(lena)])
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 422],
  )
  const [first, second] = both[0].status === 303 ? [dan, lena] : [lena, dan]
  const told = both.find(({ status }) => status === 422)!.text
  assert.match(told, new RegExp(`the case went to ${first.actor.name}`))
  const now = /name="was" value="([^"]*)"/.exec(told)![1]!
  const agreed = { was: now, allocated_to: second.actor.actor_id, knows_person: 'no', because: 'Agreed' }
  assert.equal((await second.post(`${at}/allocate`, agreed)).status, 303)
})
