// Tasks fall due when somebody works: over Easter, over Christmas, and never a year nobody meant.
import assert from 'node:assert/strict'
import test from 'node:test'
import { dayFields, supportCast } from '../../../testing/support-cast.ts'
import { idIn } from '../../../testing/cast.ts'

const s = await supportCast()
const { dan } = s
const at = await s.openCase()
const add = (fields: Record<string, string>) =>
  dan.post(`${at}/tasks/add`, { what: 'Ring housing', ...fields })

async function dueOf(moment: string, fields: Record<string, string>): Promise<string> {
  s.at(moment)
  const came = await add(fields)
  assert.equal(came.status, 303, came.text.slice(0, 500))
  const { due_on } = await dan.act((ctx) =>
    ctx.db
      .selectFrom('support.task')
      .select('due_on')
      .where('case_id', '=', idIn(at))
      .where('step', 'is', null)
      .orderBy('recorded_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
  return due_on
}

test('over Christmas 2026 and Easter 2027 due days skip every bank holiday', async () => {
  const before_christmas = '2026-12-24T16:55:00Z' // Thursday; Boxing Day is a Saturday, Monday 28 stands in for it
  assert.equal(await dueOf(before_christmas, { due_in: '0' }), '2026-12-24')
  assert.equal(await dueOf(before_christmas, { due_in: '1' }), '2026-12-29')
  assert.equal(await dueOf(before_christmas, { due_in: '5' }), '2027-01-05')
  const christmas = dayFields('due_on', '2026-12-25')
  assert.equal(await dueOf(before_christmas, { due_in: 'day', ...christmas }), '2026-12-29')
  const before_easter = '2027-03-25T17:00:00Z' // Maundy Thursday
  assert.equal(await dueOf(before_easter, { due_in: '1' }), '2027-03-30')
  assert.equal(await dueOf(before_easter, { due_in: '2' }), '2027-03-31')
  const monday = dayFields('due_on', '2027-03-29')
  assert.equal(await dueOf(before_easter, { due_in: 'day', ...monday }), '2027-03-30')
  assert.equal(
    await dueOf('2026-12-26T10:00:00Z', { due_in: '0' }),
    '2026-12-26',
    'today is today for whoever works on it',
  )
  s.at('2026-11-20T10:00:00Z')
})

test('a day that was typed is never left aside without a word', async () => {
  const came = await add({ due_in: '1', ...dayFields('due_on', '2026-12-01') })
  assert.equal(came.status, 422)
  assert.match(came.text, /You typed a day, too\. Select .*On a day that I choose/)
  assert.match(came.text, /name="due_on-day"[^>]*value="0?1"|value="0?1"[^>]*name="due_on-day"/)
})

test('a year mistyped is told, for a task and for a planned action', async () => {
  const far = dayFields('due_on', '2126-12-01')
  assert.match((await add({ due_in: 'day', ...far })).text, /within two years from now/)
  const plan = await dan.post(`${at}/actions/plan`, { type: 'advocacy', what: 'Speak to housing', ...far })
  assert.match(plan.text, /within two years from now/)
  assert.match(plan.text, /Speak to housing/)
})
