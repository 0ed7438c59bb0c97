import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { countBreakGlassToReview } from './break-glass.ts'
import { fieldChanges, whatChanged, type Change } from '../who-looked/what-changed.ts'
import { whoHasLooked } from '../who-looked/queries.ts'

const t = await testApp()
const [dan, lena, ruth, priya, carys, joan] = await Promise.all([
  t.as('Dan Jessop'),
  t.as('Lena Gorski'),
  t.as('Ruth Adeyemi'),
  t.as('Priya Raman'),
  t.as('Carys Bevan'),
  t.as('Joan Whitlock'),
])
const REASON = 'The person in danger rang and Lena is away: I need the safe address.'
const teamOf = async (name: string) =>
  dan.act(
    async (ctx) =>
      (
        await ctx.db
          .selectFrom('access.team')
          .select('team_id')
          .where('name', '=', name)
          .executeTakeFirstOrThrow()
      ).team_id,
  )
const restricted = await teamOf('Protected cases')
const rj = await teamOf('Restorative justice team')

const person_id = await lena.act(async (ctx) => {
  const { person_id } = await ctx.db
    .insertInto('people.person')
    .values({ held_by: restricted, forename: 'Wren', surname: 'Ashdown' })
    .returning('person_id')
    .executeTakeFirstOrThrow()
  return person_id
})

test('a member breaks glass into a team of their own organisation, sees its records for the time chosen, and no longer', async () => {
  assert.equal((await dan.get(`/people/${person_id}`)).status, 404)
  const done = await dan.post('/break-glass', { team_id: restricted, hours: '4', reason: REASON })
  assert.equal(done.status, 303)
  assert.equal((await dan.get(`/people/${person_id}`)).status, 200)
  const page = await dan.get('/break-glass')
  assert.match(wordsOf(page.text), /You can see the records of Protected cases until/)
  const [, end] = /action="(\/break-glass\/[0-9a-f-]{36}\/end)"/.exec(page.text)!
  assert.equal((await carys.post(end!)).status, 404, 'nobody ends another’s')
  assert.equal((await dan.post(end!)).status, 303)
  assert.equal((await dan.get(`/people/${person_id}`)).status, 404)
})

test('it ends by itself', async () => {
  await dan.post('/break-glass', { team_id: restricted, hours: '1', reason: REASON })
  assert.equal((await dan.get(`/people/${person_id}`)).status, 200)
  // An hour goes by, as the database sees it: the membership was made an hour earlier.
  await dan.act((ctx) =>
    ctx.db
      .updateTable('access.membership')
      .set({ joined_at: new Date(Date.now() - 3_700_000), ends_at: new Date(Date.now() - 100_000) })
      .where('member_id', '=', dan.actor.actor_id)
      .where('break_glass', '=', true)
      .where('ends_at', '>', new Date())
      .execute(),
  )
  assert.equal((await dan.get(`/people/${person_id}`)).status, 404)
})

test('no reason, no team, another organisation’s team, a team one is in: nothing is opened', async () => {
  const advocates = await teamOf('Advocates')
  const own = await teamOf('Casework team')
  for (const [fields, said] of [
    [{ team_id: restricted, hours: '4', reason: 'need it' }, /Say why in a sentence/],
    [{ team_id: restricted, hours: '12', reason: REASON }, /Select for how long from the list/],
    [{ hours: '4', reason: REASON }, /Select the team/],
    [{ team_id: advocates, hours: '4', reason: REASON }, /Select a team from the list/],
    [{ team_id: own, hours: '4', reason: REASON }, /Select a team from the list/],
    [{ team_id: newId(), hours: '4', reason: REASON }, /Select a team from the list/],
  ] as const) {
    const refused = await dan.post('/break-glass', fields)
    assert.equal(refused.status, 422)
    assert.match(wordsOf(refused.text), said)
  }
  assert.equal((await priya.get('/break-glass')).status, 403)
})

test('the database itself does not keep a break-glass without an end, or of more than twelve hours', async () => {
  for (const ends_at of [null, new Date(Date.now() + 13 * 3_600_000)])
    await assert.rejects(
      dan.act((ctx) =>
        ctx.db
          .insertInto('access.membership')
          .values({ team_id: restricted, member_id: dan.actor.actor_id, break_glass: true, ends_at })
          .execute(),
      ),
      /break_glass_ends/,
    )
})

test('the data protection officer sees why and what was opened, and reviews it; managers see their own teams’ only', async () => {
  await dan.post('/break-glass', {
    team_id: rj,
    hours: '4',
    reason: 'Noor is ill and the conference is in one hour.',
  })
  const list = await priya.get('/break-glass/review')
  assert.match(wordsOf(list.text), /Dan Jessop into Restorative justice team/)
  assert.match(wordsOf(list.text), /Dan Jessop into Protected cases/)
  const managers = wordsOf((await ruth.get('/break-glass/review')).text)
  assert.match(managers, /into Restorative justice team/)
  assert.ok(!/into Protected cases/.test(managers), 'Ruth is not in the restricted team')
  assert.match(wordsOf((await joan.get('/break-glass/review')).text), /Nothing is waiting/)
  assert.equal((await dan.get('/break-glass/review')).status, 403)
  // Those who review are told where their day begins.
  const waits =
    (await ruth.act(countBreakGlassToReview)) === 1
      ? '1 use of break-glass waits'
      : /\d uses of break-glass wait/
  assert.match(wordsOf((await ruth.get('/my-day')).text), new RegExp(waits))
  assert.doesNotMatch((await dan.get('/my-day')).text, /of break-glass wait/)

  const protectedOne = [
    ...list.text.matchAll(
      /href="(\/break-glass\/[0-9a-f-]{36}\/review)"[^>]*>Dan Jessop<[^>]*> into Protected/g,
    ),
  ].at(-1)![1]!
  const page = await priya.get(protectedOne)
  assert.match(wordsOf(page.text), /I need the safe address/)
  assert.match(wordsOf(page.text), /What they opened in that time.*person/i)
  assert.equal((await ruth.get(protectedOne)).status, 404)
  assert.equal((await joan.get(protectedOne)).status, 404)

  const empty = await priya.post(protectedOne, {})
  assert.match(wordsOf(empty.text), /Select whether it was right.*Enter what you found and did/)
  assert.equal(
    (await priya.post(protectedOne, { finding: 'right', review: 'Spoke to Lena: she agrees.' })).status,
    303,
  )
  assert.match(wordsOf((await priya.get(protectedOne)).text), /Reviewed by Priya Raman.*she agrees/)
  assert.match(
    wordsOf((await priya.post(protectedOne, { finding: 'not-right', review: 'Again.' })).text),
    /has reviewed this already/,
  )
})

test('what is right is reviewed when it has ended; what is not right ends at once', async () => {
  await dan.post('/break-glass', { team_id: restricted, hours: '8', reason: REASON })
  const open = async () => wordsOf((await dan.get('/break-glass')).text)
  assert.match(await open(), /You can see the records of Protected cases until/)
  const running = [
    ...(await priya.get('/break-glass/review')).text.matchAll(
      /href="(\/break-glass\/[0-9a-f-]{36}\/review)"/g,
    ),
  ][0]![1]!
  const early = await priya.post(running, { finding: 'right', review: 'She agrees.' })
  assert.equal(early.status, 422)
  assert.match(wordsOf(early.text), /It lasts until .* review it then/)
  await priya.post(running, { finding: 'not-right', review: 'Nobody was in danger. Told his manager.' })
  assert.doesNotMatch(await open(), /You can see the records of Protected cases until/)
})

test('whoever broke glass does not review it, and does not become the team’s judge by it', async () => {
  await ruth.post('/break-glass', { team_id: restricted, hours: '4', reason: REASON })
  const list = await ruth.get('/break-glass/review')
  assert.ok(!/into Protected cases/.test(wordsOf(list.text)))
  const mine = await priya.get('/break-glass/review')
  assert.match(wordsOf(mine.text), /Ruth Adeyemi into Protected cases/)
})

test('who has looked at a record: name, role, when and what, for those who may ask', async () => {
  await lena.get(`/people/${person_id}`)
  const looks = await priya.act((ctx) => whoHasLooked(ctx, [person_id]))
  assert.ok(
    looks.some(
      (l) => l.name === 'Lena Gorski' && l.job_title === 'Senior caseworker' && /person/.test(l.action),
    ),
  )
  assert.ok(
    looks.some((l) => l.name === 'Dan Jessop'),
    'also looks that were then refused',
  )
  assert.deepEqual(
    looks.map((l) => l.visited_at.getTime()),
    looks.map((l) => l.visited_at.getTime()).toSorted((a, b) => b - a),
  )
  await assert.rejects(
    dan.act((ctx) => whoHasLooked(ctx, [person_id])),
    /Your role does not include this/,
  )
  const holly = await t.as('Holly Tyson', 'cumbria')
  assert.deepEqual(await holly.act((ctx) => whoHasLooked(ctx, [person_id])), [])
})

test('what changed in a record: who, when, each field from what to what, also when several rows changed at once', async () => {
  const change = (set: object) =>
    lena.act((ctx) =>
      ctx.db.updateTable('people.person').set(set).where('held_by', '=', restricted).execute(),
    )
  await change({ surname: 'Ashdowne' })
  await lena.act((ctx) =>
    ctx.db.insertInto('people.person').values({ held_by: restricted, forename: 'Other' }).execute(),
  )
  await change({ surname: 'Ashdown-Lee' })
  const changes = await priya.act((ctx) => whatChanged(ctx, person_id))
  assert.deepEqual(
    changes.map((c) => `${c.operation} by ${c.name}`),
    ['update by Lena Gorski', 'update by Lena Gorski', 'insert by Lena Gorski'],
  )
  const now = await lena.act((ctx) =>
    ctx.db
      .selectFrom('people.person')
      .selectAll()
      .where('person_id', '=', person_id)
      .executeTakeFirstOrThrow(),
  )
  const surnames = fieldChanges(changes, { [person_id]: JSON.parse(JSON.stringify(now)) }).map(({ fields }) =>
    fields.filter((f) => f.field === 'surname').map((f) => `${String(f.from)} > ${String(f.to)}`),
  )
  assert.deepEqual(surnames, [['Ashdowne > Ashdown-Lee'], ['Ashdown > Ashdowne'], []])
  await assert.rejects(
    dan.act((ctx) => whatChanged(ctx, person_id)),
    /Your role does not include this/,
  )
})

test('a change of which nothing is known afterwards shows every field as it was', () => {
  const change: Change = {
    change_id: '1',
    record_id: 'a',
    changed_at: new Date(),
    operation: 'update',
    table_name: 'x.y',
    name: null,
    job_title: null,
    before: { id: 'a', colour: 'red' },
  }
  assert.deepEqual(
    fieldChanges([change])[0]!.fields.map((f) => f.field),
    ['id', 'colour'],
  )
})
