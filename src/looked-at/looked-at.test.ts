import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../testing/cast.ts'
import { wordsOf } from '../testing/visitor.ts'

const t = await testApp()
const [dan, ruth, priya, joan] = await Promise.all([
  t.as('Dan Jessop'),
  t.as('Ruth Adeyemi'),
  t.as('Priya Raman'),
  t.as('Joan Whitlock'),
])
const { person_id } = await dan.act(async (ctx) => {
  const team = await ctx.db
    .selectFrom('access.team')
    .select('team_id')
    .where('name', '=', 'Victim CARE, all staff')
    .executeTakeFirstOrThrow()
  const person = await ctx.db
    .insertInto('people.person')
    .values({ held_by: team.team_id, forename: 'Wren', surname: 'Ashdown' })
    .returning('person_id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('referrals.referral')
    .values({
      held_by: team.team_id,
      person_id: person.person_id,
      reference: 'VC900001',
      received_on: '2026-11-02',
      source: 'self',
      result: 'accepted',
    })
    .execute()
  return person
})
await dan.get(`/people/${person_id}`)
await dan.act((ctx) =>
  ctx.db
    .updateTable('people.person')
    .set({ surname: 'Ashdowne' })
    .where('person_id', '=', person_id)
    .execute(),
)

test('the data protection officer finds a record by a reference, and sees who looked and what changed', async () => {
  const found = await priya.post('/who-has-looked', { reference: 'vc900001' })
  assert.equal(found.location, `/people/${person_id}/who-has-looked`)
  const page = wordsOf((await priya.get(found.location)).text)
  assert.match(page, /Wren Ashdowne/)
  assert.match(page, /Dan Jessop Caseworker, Nottinghamshire Victim CARE/)
  assert.match(page, /What has changed.*Changed: person.*was Ashdown/)
})

test('a manager of the team sees it too; a caseworker does not, and for another provider it is not there', async () => {
  const url = `/people/${person_id}/who-has-looked`
  assert.equal((await ruth.get(url)).status, 200)
  assert.equal((await dan.get(url)).status, 403)
  assert.equal((await joan.get(url)).status, 404)
  const refused = await joan.post('/who-has-looked', { reference: 'VC900001' })
  assert.equal(refused.status, 422)
  assert.match(wordsOf(refused.text), /No record with this reference is held by your teams/)
})

test('asking is itself a look', async () => {
  const page = wordsOf((await ruth.get(`/people/${person_id}/who-has-looked`)).text)
  assert.match(page, /Priya Raman.*see who has looked at/)
})

test('a case is asked about likewise', async () => {
  const case_id = await dan.act(async (ctx) => {
    const team = await ctx.db
      .selectFrom('access.team')
      .select('team_id')
      .where('name', '=', 'Casework team')
      .executeTakeFirstOrThrow()
    const made = await ctx.db
      .insertInto('support.case')
      .values({
        held_by: team.team_id,
        person_id,
        reference: 'C90001',
        opened_on: '2026-11-02',
        tier: 'brief',
      })
      .returning('case_id')
      .executeTakeFirstOrThrow()
    return made.case_id
  })
  await dan.get(`/cases/${case_id}`)
  const found = await ruth.post('/who-has-looked', { reference: 'C90001' })
  assert.equal(found.location, `/cases/${case_id}/who-has-looked`)
  assert.match(
    wordsOf((await ruth.get(found.location)).text),
    /C90001.*Dan Jessop.*What has changed.*Recorded: case/,
  )
  assert.equal((await priya.get(found.location)).status, 404, 'she is not in the casework team')
  assert.equal((await joan.get(found.location)).status, 404)
})
