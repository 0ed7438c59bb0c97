import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { idIn } from '../../../testing/cast.ts'
import { call, supportCast } from '../../../testing/support-cast.ts'

const s = await supportCast()
const { dan, lena, ruth, noor } = s
const teamCalled = async (name: string) =>
  (
    await dan.act((ctx) =>
      ctx.db.selectFrom('access.team').select('team_id').where('name', '=', name).executeTakeFirstOrThrow(),
    )
  ).team_id
const protectedTeam = await teamCalled('Protected cases')
const rjTeam = await teamCalled('Restorative justice team')
const offerOf = async (at: string) =>
  (
    await dan.act((ctx) =>
      ctx.db
        .selectFrom('support.hand_over')
        .select('hand_over_id')
        .where('case_id', '=', idIn(at))
        .orderBy('recorded_at', 'desc')
        .executeTakeFirstOrThrow(),
    )
  ).hand_over_id

test('a case is offered, stays where it is until the other team accepts, and moves with everything in it', async () => {
  const at = await s.openCase()
  await dan.post(
    `${at}/contact-attempts/record`,
    call('reached', '2026-11-20', '09:45', { note: 'Knows the officer' }),
  )
  assert.equal(
    (await dan.post(`${at}/hand-over`, { offered_to: protectedTeam, because: 'A colleague lives next door' }))
      .status,
    303,
  )
  assert.equal((await dan.get(at)).status, 200)
  const answer = `/hand-overs/${await offerOf(at)}`
  assert.equal((await dan.get(answer)).status, 404, 'who offers does not answer')
  const asked = await lena.get(answer)
  assert.match(asked.text, /A colleague lives next door/)
  assert.doesNotMatch(asked.text, /Brightwell/)
  assert.equal((await lena.post(answer, { answer: 'accepted', answer_note: '' })).location, at)
  assert.equal((await dan.get(at)).status, 404, 'a restricted case is not there for others')
  assert.equal((await ruth.get(at)).status, 404)
  assert.match((await lena.get(`${at}/timeline`)).text, /Knows the officer/)
  const held = await lena.act((ctx) =>
    sql<{
      n: number
    }>`select count(*)::int as n from support.contact_attempt where case_id = ${idIn(at)} and held_by = ${protectedTeam}`.execute(
      ctx.db,
    ),
  )
  assert.equal(held.rows[0]!.n, 1)
})

test('the team it is offered to sees nothing recorded in the case before it accepts', async () => {
  const at = await s.openCase()
  await dan.post(`${at}/notes/add`, { body: 'Only for the casework team' })
  await dan.post(`${at}/hand-over`, { offered_to: rjTeam, because: 'Wants to meet him' })
  assert.equal((await noor.get(at)).status, 404)
  assert.equal((await noor.get(`${at}/timeline`)).status, 404)
  const notes = await noor.act((ctx) =>
    ctx.db.selectFrom('support.note').selectAll().where('case_id', '=', idIn(at)).execute(),
  )
  assert.equal(notes.length, 0)
  // The database itself lets that team change one thing only: that it holds the case from now on.
  const elsewhere = noor.act((ctx) =>
    ctx.db.updateTable('support.case').set({ risk: 'standard' }).where('case_id', '=', idIn(at)).execute(),
  )
  await assert.rejects(elsewhere, /row-level security/)
})

test('declined: the reason comes back and the case is taken back with one press', async () => {
  const at = await s.openCase()
  await dan.post(`${at}/hand-over`, { offered_to: rjTeam, because: 'Wants to meet him' })
  const answer = `/hand-overs/${await offerOf(at)}`
  const silent = await noor.post(answer, { answer: 'declined', answer_note: '' })
  assert.match(silent.text, /Say why/)
  await noor.post(answer, { answer: 'declined', answer_note: 'He denies it' })
  assert.match((await dan.get(at)).text, /He denies it/)
  assert.match((await dan.get('/my-day')).text, /take the case back/)
  await dan.post(`${at}/hand-over/withdraw`)
  assert.doesNotMatch((await dan.get(at)).text, /declined the hand-over/)
  assert.equal((await noor.get(answer)).status, 404)
})

test('who is in both teams moves the case at once', async () => {
  const at = await s.openCase()
  await lena.post(`${at}/hand-over`, { offered_to: protectedTeam, because: 'Staff member' })
  assert.equal((await lena.get(at)).status, 200)
  assert.equal((await dan.get(at)).status, 404)
})
