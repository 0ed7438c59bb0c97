import assert from 'node:assert/strict'
import test from 'node:test'
import { idIn } from '../../../testing/cast.ts'
import { call, supportCast } from '../../../testing/support-cast.ts'
import { listMyCases } from './list-my-day.ts'

const s = await supportCast()
const { dan, ruth, carys } = s
const referral = async (result: 'accepted' | 'no-consent', flags: { domestic?: boolean } = {}) =>
  dan.act(async (ctx) => {
    const { team_id } = await ctx.db
      .selectFrom('access.team')
      .select('team_id')
      .where('name', '=', 'Victim CARE, all staff')
      .executeTakeFirstOrThrow()
    const { person_id } = await ctx.db
      .insertInto('people.person')
      .values({ held_by: team_id, forename: 'Rosa', surname: 'Lind', date_of_birth: '2012-01-01' })
      .returning('person_id')
      .executeTakeFirstOrThrow()
    const { referral_id } = await ctx.db
      .insertInto('referrals.referral')
      .values({
        held_by: team_id,
        person_id,
        reference: `R${Math.random()}`,
        received_on: '2026-11-18',
        source: 'police-adt',
        result,
        offence_text: 'Wounding with intent',
        ...flags,
      })
      .returning('referral_id')
      .executeTakeFirstOrThrow()
    return referral_id
  })
const opening = { tier: 'brief', take_it: 'me', held_by: s.casework }

test('every open case of mine is in exactly one group, with one thing to do, and high risk first among equals', async () => {
  const late = await s.openCase()
  const calm = await s.openCase()
  const risky = await s.openCase()
  const quiet = await s.openCase()
  for (const at of [calm, risky])
    await dan.post(`${at}/tasks/add`, { what: `Ring ${at === calm ? 'calm' : 'risky'}`, due_in: '0' })
  await dan.post(`${risky}/risk/record`, { risk: 'high', because: 'He is out' })
  await dan.post(`${quiet}/contact-attempts/record`, call('reached', '2026-11-20', '09:00'))
  s.at('2026-11-20T12:00:00Z')
  const day = await dan.act((ctx) => listMyCases(ctx))
  assert.deepEqual(
    day.today.map((item) => item.next.text),
    ['Ring risky', 'Ring calm'],
  )
  assert.deepEqual(
    day.soon.map((item) => item.case_id),
    [idIn(late)],
  )
  assert.deepEqual(
    day.unplanned.map((item) => [item.case_id, item.next.text]),
    [[idIn(quiet), 'Record their needs']],
  )
  s.at('2026-11-26T09:00:00Z')
  const later = await dan.act((ctx) => listMyCases(ctx))
  assert.equal(later.overdue.length, 3)
  assert.match((await dan.get('/my-day')).text, /Overdue since 20 Nov 2026/)
  s.at('2026-11-20T10:00:00Z')
})

test('an accepted referral waits for a case, and its case carries what follows from it', async () => {
  const referral_id = await referral('accepted', { domestic: true })
  assert.match((await ruth.get('/my-day')).text, new RegExp(`/referrals/${referral_id}/open-case`))
  const came = await dan.post(`/referrals/${referral_id}/open-case`, opening)
  const [made] = await dan.act((ctx) =>
    ctx.db
      .selectFrom('support.case')
      .select(['enhanced_reasons', 'sensitive', 'received_on'])
      .where('case_id', '=', idIn(came.location))
      .execute(),
  )
  assert.deepEqual(made, {
    enhanced_reasons: ['domestic-abuse', 'most-serious', 'under-18'],
    sensitive: true,
    received_on: '2026-11-18',
  })
  assert.match(
    (await dan.get(came.location!)).text,
    /Overdue since 19 Nov 2026/,
    'enhanced: due by the end of the next working day from receipt',
  )
  assert.doesNotMatch((await ruth.get('/my-day')).text, new RegExp(`/referrals/${referral_id}/open-case`))
  const again = await dan.post(`/referrals/${referral_id}/open-case`, opening)
  assert.equal(again.status, 422)
  assert.match(again.text, /has a case already/)
})

test('a referral that was not accepted is no case', async () => {
  const referral_id = await referral('no-consent')
  const came = await dan.post(`/referrals/${referral_id}/open-case`, opening)
  assert.equal(came.status, 422)
  assert.match(came.text, /Only an accepted referral/)
  assert.equal((await carys.get(`/referrals/${referral_id}/open-case`)).status, 404)
})

test('whoever has no case reads so, and the office has no such day', async () => {
  const free = (await carys.get('/my-day')).text
  assert.match(free, /Nothing is overdue and nothing is due today/)
  assert.match(free, /You work on no case[\s\S]*record a new person/)
  assert.equal((await (await s.as('Nell Wainwright')).get('/my-day')).status, 403)
  assert.equal((await dan.get('/')).location, '/my-day')
})

test('with forty overdue, what is due today is one step away', async () => {
  const lena = await s.as('Lena Gorski')
  const person_ids = await dan.act((ctx) =>
    ctx.db.selectFrom('people.person').select('person_id').limit(1).execute(),
  )
  for (let number = 0; number < 41; number++) {
    const came = await lena.post(`/people/${person_ids[0]!.person_id}/open-case`, opening)
    if (number === 40) await lena.post(`${came.location}/tasks/add`, { what: 'Ring her', due_in: '10' })
  }
  s.at('2026-12-04T09:00:00Z')
  const day = (await lena.get('/my-day')).text
  const [, overdue] = /href="#overdue">(\d+) overdue/.exec(day) ?? []
  assert.ok(Number(overdue) >= 40, overdue)
  assert.equal(day.match(/Overdue since/g)?.length, Number(overdue), 'every one of them is there')
  assert.doesNotMatch(day, /You work on no case/)
  s.at('2026-11-20T10:00:00Z')
})

test('each of the cast begins where their work is', async () => {
  const begins = async (name: string) => (await (await s.as(name)).get('/')).location
  assert.equal(await begins('Noor Hale'), '/restorative-justice')
  assert.equal(await begins('Ruth Adeyemi'), '/my-day')
  assert.equal(await begins('PC Amir Farouk'), '/receipts')
  assert.equal(await begins('Mo Siddiqui'), '/your-community-point')
})
