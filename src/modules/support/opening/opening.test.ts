import assert from 'node:assert/strict'
import test from 'node:test'
import { recordPerson } from '#people'
import { idIn, testApp } from '../../../testing/cast.ts'

let now: Date | undefined
const t = await testApp({ clock: () => now ?? new Date() })
const dan = await t.as('Dan Jessop')
const carys = await t.as('Carys Bevan')
now = new Date('2026-11-20T10:00:00Z') // a Friday; sessions are opened before it is set
const person_id = await dan.act((ctx) =>
  recordPerson(ctx, { forename: 'Ada', surname: 'Brightwell', date_of_birth: '1980-02-03' }),
)
const opening = { tier: 'longer-term', take_it: 'me' }
const teams = await dan.act((ctx) =>
  ctx.db.selectFrom('access.team').selectAll().where('name', '=', 'Casework team').execute(),
)
const held_by = teams[0]!.team_id

test('a caseworker opens a case for a person, and its first task is the first contact', async () => {
  const came = await dan.post(`/people/${person_id}/open-case`, { ...opening, held_by })
  assert.equal(came.status, 303)
  const page = await dan.get(came.location!)
  assert.equal(page.status, 200)
  assert.match(page.text, /Ada Brightwell/)
  assert.match(page.text, /Make first contact/)
  assert.match(page.text, /Due Tue 24 Nov/)
  assert.doesNotMatch(/<title>.*<\/title>/.exec(page.text)![0], /Ada|Brightwell/)
  const case_id = idIn(came.location)
  const [kept] = await dan.act((ctx) =>
    ctx.db.selectFrom('support.case').selectAll().where('case_id', '=', case_id).execute(),
  )
  assert.equal(kept!.held_by, held_by)
  assert.match(kept!.reference, /^W\d{6}$/)
})

test('the case is on the worker’s day and in the list', async () => {
  assert.match((await dan.get('/my-day')).text, /Make first contact/)
  const list = await dan.get('/cases?worker=me&state=open')
  assert.match(list.text, /Ada Brightwell/)
  assert.doesNotMatch((await dan.get('/cases?state=closed')).text, /Ada Brightwell/)
})

test('nothing chosen: the page says what to choose and keeps what was typed', async () => {
  const came = await dan.post(`/people/${person_id}/open-case`, { held_by, tier: 'brief' })
  assert.equal(came.status, 422)
  assert.match(came.text, /Select who works on it/)
  assert.match(came.text, /value="brief" checked/)
})

test('another provider finds neither the person nor the case', async () => {
  assert.equal((await carys.get(`/people/${person_id}/open-case`)).status, 404)
  const [one] = await dan.act((ctx) => ctx.db.selectFrom('support.case').select('case_id').execute())
  assert.equal((await carys.get(`/cases/${one!.case_id}`)).status, 404)
})
