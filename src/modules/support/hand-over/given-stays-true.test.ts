// What another organisation is given of a person is the giver's record as it is when they accept, and it is given once.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { idIn, type Someone } from '../../../testing/cast.ts'
import { dayFields, supportCast } from '../../../testing/support-cast.ts'

const s = await supportCast()
const { dan, lena, carys } = s
const priya = await s.as('Priya Raman')
await priya.post('/agreements/add', {
  reference: 'Between services',
  receiver: "Trent Women's Support",
  purpose: 'To go on where they are better helped',
  items: 'The case and the person',
  ground: 'consent',
  told_at_close: 'nothing',
  ...dayFields('in_force_from', '2026-04-01'),
  ...dayFields('review_on', '2027-04-01'),
})
const teamCalled = async (name: string) =>
  (
    await lena.act((ctx) =>
      ctx.db.selectFrom('access.team').select('team_id').where('name', '=', name).executeTakeFirstOrThrow(),
    )
  ).team_id
const advocates = await teamCalled('Advocates')
const protectedCases = await teamCalled('Protected cases')

const personOf = async (someone: Someone, at: string) =>
  (
    await someone.act((ctx) =>
      ctx.db
        .selectFrom('support.case')
        .select('person_id')
        .where('case_id', '=', idIn(at))
        .executeTakeFirstOrThrow(),
    )
  ).person_id
const offer = async (someone: Someone, at: string) =>
  assert.equal(
    (
      await someone.post(`${at}/hand-over`, {
        offered_to: advocates,
        because: 'She asked for a women’s service',
        ground: 'consent',
        ground_note: 'By phone on 19 November',
      })
    ).status,
    303,
  )
const answer = async (at: string, given: string) => {
  const [url] = /\/hand-overs\/[0-9a-f-]{36}/.exec((await carys.get('/my-day')).text)!
  const came = await carys.post(url, { answer: given, answer_note: 'As agreed' })
  // One person after another of one name: taken again, they may be recorded there already.
  if (given === 'accepted') assert.match(came.location!, /^\/(cases|people)\//)
  else assert.equal(came.location, '/my-day')
}
const givenRows = async (someone: Someone) =>
  (
    await someone.act((ctx) =>
      sql<{ n: number }>`select count(*)::int as n from support.given_person`.execute(ctx.db),
    )
  ).rows[0]!.n
const methodsOf = (someone: Someone, person_id: string) =>
  someone.act((ctx) =>
    ctx.db
      .selectFrom('people.contact_method')
      .select(['contact_method_id', 'value', 'safe'])
      .where('person_id', '=', person_id)
      .orderBy('value')
      .execute(),
  )
const ways = async (someone: Someone, person_id: string) =>
  (await methodsOf(someone, person_id)).map(({ value, safe }) => `${value} ${safe}`)

/** What Dan learns of the person while the offer waits. */
async function learn(person_id: string) {
  const url = `/people/${person_id}`
  const [{ contact_method_id } = assert.fail()] = await methodsOf(dan, person_id)
  const came = [
    await dan.post(`${url}/contact/${contact_method_id}/stop`, { because: 'not-safe', note: 'He has it' }),
    await dan.post(`${url}/contact/add`, {
      kind: 'mobile',
      value: '07700 900456',
      safe: 'yes',
      message_ok: 'no',
    }),
    await dan.post(`${url}/contact/code-word`, { code_word: 'marigold' }),
  ]
  assert.deepEqual(
    came.map(({ status }) => status),
    [303, 303, 303],
  )
}

test('a number that became unsafe while the offer waited is unsafe for the receiver, and what is new goes along', async () => {
  const at = await s.openCase()
  await offer(dan, at)
  await learn(await personOf(dan, at))
  await answer(at, 'accepted')
  const theirs = await personOf(carys, at)
  assert.deepEqual(await ways(carys, theirs), ['07700 900123 no', '07700 900456 yes'])
  assert.match((await carys.get(`/people/${theirs}/contact`)).text, /marigold/)
})

test('so it is when whoever learns it does not see the case', async () => {
  const at = await s.openCase()
  await dan.post(`${at}/hand-over`, { offered_to: protectedCases, because: 'It must be restricted' })
  const [url] = /\/hand-overs\/[0-9a-f-]{36}/.exec((await lena.get('/my-day')).text)!
  await lena.post(url, { answer: 'accepted', answer_note: '' })
  const person_id = await personOf(lena, at)
  await offer(lena, at)
  assert.equal((await dan.get(at)).status, 404)
  await learn(person_id)
  await answer(at, 'accepted')
  assert.deepEqual(await ways(carys, await personOf(carys, at)), ['07700 900123 no', '07700 900456 yes'])
})

test('a change that is under way when the case is offered is waited for', async () => {
  const at = await s.openCase()
  const person_id = await personOf(dan, at)
  const offering = await dan.act(async (ctx) => {
    await sql`update people.contact_method set safe = 'no' where person_id = ${person_id}`.execute(ctx.db)
    let offered = false
    const made = offer(dan, at).then(() => (offered = true))
    const waits = sql`select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))`
    while (!offered && (await waits.execute(ctx.db)).rows.length === 0);
    return { made }
  })
  await offering.made
  await answer(at, 'accepted')
  assert.deepEqual(await ways(carys, await personOf(carys, at)), ['07700 900123 no'])
})

for (const when of ['before', 'after'] as const)
  test(`an address protected ${when} the offer does not go along, but that it is protected does`, async () => {
    const at = await s.openCase()
    const ours = await personOf(dan, at)
    await dan.post(`/people/${ours}/addresses/record`, {
      line: '4 Refuge Row',
      town: 'Worksop',
      suspect_lives_here: 'no',
      safe: 'yes',
      message_ok: 'yes',
      keep_secret: 'no',
    })
    const protect = () => dan.post(`/people/${ours}/addresses/protect`, {})
    if (when === 'before') assert.equal((await protect()).status, 303)
    await offer(dan, at)
    if (when === 'after') assert.equal((await protect()).status, 303)
    await answer(at, 'accepted')
    const theirs = await personOf(carys, at)
    assert.doesNotMatch((await carys.get(`/people/${theirs}`)).text, /Refuge Row/)
    const open = await carys.post(`/people/${theirs}/addresses/record`, {
      line: '4 Refuge Row',
      suspect_lives_here: 'no',
      safe: 'yes',
      message_ok: 'yes',
      keep_secret: 'no',
    })
    assert.match(open.text, /The address is protected/)
  })

test('what was given is gone once it is accepted, withdrawn or taken back', async () => {
  assert.deepEqual([await givenRows(dan), await givenRows(lena), await givenRows(carys)], [0, 0, 0])
  const at = await s.openCase()
  await offer(dan, at)
  assert.equal(await givenRows(dan), 1)
  await dan.post(`${at}/hand-over/withdraw`, {})
  assert.equal(await givenRows(dan), 0)
  await offer(dan, at)
  await answer(at, 'declined')
  await dan.post(`${at}/hand-over/withdraw`, {})
  assert.equal(await givenRows(dan), 0)
})
