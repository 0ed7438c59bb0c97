// The demonstration: whole after a stop, once however often it is loaded, and the counts that the service reported.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listAreas } from '#access'
import { askFigure } from '#insight'
import { tieIdentities } from '#people'
import { type Act, newId } from '#platform/act.ts'
import { makeRefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { testApp } from '../testing/cast.ts'
import { demonstrationWaits, loadDemonstration } from './load-demonstration.ts'

const t = await testApp({ areas: [] })
const said: string[] = []
const load = (act: Act = t.act) =>
  loadDemonstration({
    pools: t.pools,
    act,
    refreshStatistics: makeRefreshStatistics(t.url, t.secret),
    say: (line) => said.push(line),
  })

test('a loading that is stopped goes on at the next start, and then is not loaded again', async () => {
  assert.equal(await demonstrationWaits(t.pools), true, 'an empty database waits for it')
  let left = 9
  const stopped: Act = (...given) => {
    if (left-- === 0) throw new Error('stopped')
    return t.act(...given)
  }
  await assert.rejects(load(stopped), /stopped/)
  assert.equal(await demonstrationWaits(t.pools), true, 'half-way, it still waits')
  await load()
  assert.equal(await demonstrationWaits(t.pools), false)
  assert.deepEqual(
    (await listAreas(t.pools)).map((area) => area.code),
    ['cumbria', 'nottinghamshire'],
  )
})

test('what the service reported for 2017 and 2018 is what is counted', async () => {
  const ruth = await t.as('Ruth Adeyemi')
  const [counted] = await ruth.act(
    async (ctx) =>
      (
        await ctx.connection.query(`select
    (select count(*)::int from referrals.referral where received_on < '2019-01-01') as referrals,
    (select count(*)::int from referrals.referral where received_on < '2019-01-01' and source = 'self') as self_referrals,
    (select count(distinct person_id)::int from support.case where opened_on < '2019-01-01') as people,
    (select count(distinct person_id)::int from support.case where opened_on < '2019-01-01' and tier = 'longer-term') as longer_term,
    (select count(*)::int from restorative_justice.rj_referral) as rj_referrals,
    (select count(*)::int from community_points.stage where stage = 'registered') as registered`)
      ).rows as Record<string, number>[],
  )
  assert.deepEqual(counted, {
    referrals: 16_707,
    self_referrals: 449,
    people: 7803,
    longer_term: 2566,
    rj_referrals: 497,
    registered: 29,
  })
  const actions = await ruth.act(
    async (ctx) =>
      (
        await ctx.connection.query(`select type, sum(quantity)::int as n from support.action a
    join support.case c using (area_id, case_id) where tier = 'longer-term' and acted_on < '2019-01-01' group by 1 order by 1`)
      ).rows as { type: string; n: number }[],
  )
  // Counting each human being once across holders finds nobody twice among them: before the night and after it.
  for (const tied of [false, true]) {
    if (tied) await t.act(await t.area(), { visit_id: newId(), query: {} }, tieIdentities)
    const people = await ruth.act((ctx) =>
      Promise.all(
        ['people-supported', 'people-with-longer-term-support'].map((measure) =>
          askFigure(ctx, { measure, from: '2017-01-01', to: '2018-12-31' }),
        ),
      ),
    )
    assert.deepEqual(
      people.map(({ value }) => value),
      [7803, 2566],
    )
  }
  assert.deepEqual(Object.fromEntries(actions.map(({ type, n }) => [type, n])), {
    advocacy: 1614,
    cica: 51,
    'community-visit': 175,
    'emotional-support': 7613,
    'home-visit': 747,
    'information-advice': 1222,
    'phone-support': 5148,
    'target-hardening': 925,
  })
})

test('the first page leads to three things, each as the right member of the cast', async () => {
  const page = (await t.asNobody.get('/sign-in')).text
  for (const [submit, lands] of [
    ['See what arrived today', '/transfers'],
    ['Work a case', '/my-day'],
    ['Open the paper', '/papers/'],
  ] as const) {
    const form = page.split('<form').find((part) => part.includes(submit))!
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)![1]!
    const came = await t.asNobody.post('/sign-in/demonstration', {
      member_id: hidden('member_id'),
      next: hidden('next'),
    })
    assert.equal(came.status, 303)
    assert.ok(came.location!.startsWith(lands), `${submit} leads to ${came.location}`)
  }
})

test('the cast has a day of work', async () => {
  const day = (await (await t.as('Dan Jessop')).get('/my-day')).text
  assert.match(day, /Overdue/)
  assert.match(day, /Bryony Calloway/)
  assert.match((await (await t.as('Ruth Adeyemi')).get('/my-day')).text, /Waiting for allocation/)
})

test('loaded again by the command, nothing is there twice', async () => {
  const ruth = await t.as('Ruth Adeyemi')
  const rows = () =>
    ruth.act(
      async (ctx) =>
        (
          await ctx.connection
            .query(`select (select count(*) from referrals.referral) as r, (select count(*) from support.case) as c,
    (select count(*) from support.action) as a, (select count(*) from people.person) as p, (select count(*) from papers.paper) as papers`)
        ).rows[0] as object,
    )
  const before = await rows()
  await load()
  assert.deepEqual(await rows(), before)
})

test('the year of recorded crime is there as the strategy counted it', async () => {
  const nell = await t.as('Nell Wainwright')
  const { text } = await nell.get('/recorded-crime')
  for (const counted of ['48,557', '46,711', '44,310', '4,077']) assert.match(text, new RegExp(counted))
  const published = '/published/nottinghamshire/recorded-crime/2013-04-01-to-2014-03-31'
  assert.ok((await t.asNobody.get('/published/nottinghamshire')).text.includes(published))
  const strategy = (await t.asNobody.get(published)).text
  assert.match(
    strategy,
    /victims' strategy of 2014 published these counts|victims&#39; strategy of 2014 published/,
  )
  assert.ok(!strategy.includes('[c]'), 'nothing that the strategy printed is hidden')
})
