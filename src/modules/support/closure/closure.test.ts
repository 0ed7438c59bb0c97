import assert from 'node:assert/strict'
import test from 'node:test'
import { idIn } from '../../../testing/cast.ts'
import { call, dayFields, supportCast } from '../../../testing/support-cast.ts'

const s = await supportCast()
const { dan, carys } = s
const closing = { reason: 'completed', last_self_assessment: 'done', note: 'Feels safe', open_tasks: '' }
const reached = async () => {
  const at = await s.openCase()
  await dan.post(`${at}/contact-attempts/record`, call('reached', '2026-11-20', '09:45'))
  return at
}

test('open tasks are ended knowingly, then the case closes and keeps why', async () => {
  const at = await reached()
  await dan.post(`${at}/tasks/add`, { what: 'Ring the housing officer', due_in: '1' })
  const refused = await dan.post(`${at}/close`, closing)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Do the open tasks first/)
  assert.equal((await dan.post(`${at}/close`, { ...closing, open_tasks: 'not-needed' })).status, 303)
  const page = (await dan.get(at)).text
  assert.match(page, /Support plan completed/)
  assert.doesNotMatch(page, /Record a call/)
  const after = await dan.post(`${at}/contact-attempts/record`, call('reached', '2026-11-20', '09:50'))
  assert.match(after.text, /record their return first/)
})

test('whoever was reached cannot be closed as never contacted, nor before the attempts are made', async () => {
  const at = await reached()
  assert.match(
    (await dan.post(`${at}/close`, { ...closing, reason: 'no-contact' })).text,
    /They were reached/,
  )
  const untried = await s.openCase()
  assert.match(
    (await dan.post(`${untried}/close`, { ...closing, reason: 'no-contact' })).text,
    /Not every attempt has been made/,
  )
})

test('back within six months: the same case, with first contact to make anew', async () => {
  const at = await reached()
  await dan.post(`${at}/close`, closing)
  s.at('2027-05-20T10:00:00Z')
  const dan2 = await returned(at, '2027-05-20')
  assert.equal(dan2.location, at)
  assert.match((await dan.get(at)).text, /Make first contact/)
  const kept = await dan.act((ctx) =>
    ctx.db
      .selectFrom('support.closure')
      .select(['closed_on', 'returned_on'])
      .where('case_id', '=', idIn(at))
      .execute(),
  )
  assert.deepEqual(kept, [{ closed_on: '2026-11-20', returned_on: '2027-05-20' }])
  s.at('2026-11-20T10:00:00Z')
})

test('a day later than six months: a new case, linked to the earlier one', async () => {
  const at = await reached()
  await dan.post(`${at}/close`, closing)
  s.at('2027-05-21T10:00:00Z')
  assert.match((await dan.get(`${at}/return`)).text, /a new case is opened/)
  const came = await returned(at, '2027-05-21')
  assert.notEqual(came.location, at)
  const [made] = await dan.act((ctx) =>
    ctx.db
      .selectFrom('support.case')
      .select('follows_case_id')
      .where('case_id', '=', idIn(came.location))
      .execute(),
  )
  assert.equal(made!.follows_case_id, idIn(at))
  assert.match((await dan.get(came.location!)).text, /See the earlier case/)
  s.at('2026-11-20T10:00:00Z')
})

test('what is carried over is said before, and a case whose worker is gone waits for somebody', async () => {
  const at = await reached()
  await dan.post(`${at}/close`, closing)
  const again = (await dan.get(`${at}/return`)).text
  assert.match(again, /Everything recorded stays with it[\s\S]*Dan Jessop goes on working on it/)
  s.at('2027-05-21T10:00:00Z')
  assert.match((await dan.get(`${at}/return`)).text, /Needs, risk and self-assessment are asked anew/)
  s.at('2026-11-20T10:00:00Z')
  // Moved from an old system: its worker was never a member here.
  await dan.act((ctx) =>
    ctx.db
      .updateTable('support.case')
      .set({ allocated_to: null, worker: 'J. Pell' })
      .where('case_id', '=', idIn(at))
      .execute(),
  )
  assert.match((await dan.get(`${at}/return`)).text, /It waits for somebody to take it/)
  assert.equal((await returned(at, '2026-11-20')).location, at)
  assert.match((await s.ruth.get('/my-day')).text, new RegExp(`${at}/allocate`))
})

test('another provider can neither close nor return it', async () => {
  const at = await reached()
  assert.equal((await carys.post(`${at}/close`, closing)).status, 404)
  assert.equal((await carys.post(`${at}/return`, {})).status, 404)
})

const returned = (at: string, day: string) =>
  dan.post(`${at}/return`, { ...dayFields('returned_on', day), because: 'He has written again' })

test('whoever says that the last answers were given is told where to record them', async () => {
  const at = await reached()
  const came = await dan.post(`${at}/close`, closing)
  const said = decodeURIComponent(decodeURIComponent(came.headers.get('set-cookie') ?? ''))
  assert.match(said, /What they answered is not recorded yet: record it under “Outcomes”/)
})
