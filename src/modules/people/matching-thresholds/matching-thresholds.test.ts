// How sure a comparison must be: what error is expected of it, who changes it, and the bound that no setting takes away.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { newId } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { thresholdsOf } from '../bulk-links/thresholds.ts'
import { keepModel } from '../duplicates/matching-model.ts'
import { STARTING_MODEL, THRESHOLDS } from '../matching/index.ts'
import { chanceInWords, LINK_CHOICES, linkChoice, linkOf, reviewChoice, reviewOf } from './choices.ts'
import { expectedError, expectedPairs, oddsOf } from './estimate-error.ts'
import { MOST_COUNTED, pairsExpected } from './queries.ts'
import { learntFrom } from './thresholds.page.ts'

const t = await testApp()
const [ruth, dan, priya, joan] = [
  await t.as('Ruth Adeyemi'),
  await t.as('Dan Jessop'),
  await t.as('Priya Raman'),
  await t.as('Joan Whitlock'),
]
const area = await t.area()
const asArea = <T>(work: Parameters<typeof t.act<T>>[2]) =>
  t.act(area, { visit_id: newId(), query: {} }, work)

const pairs = expectedPairs(STARTING_MODEL, 16_000)
const at = (link: number, review: number, most_error: number) =>
  expectedError(pairs, { link, review, most_error })

test('the surer a link must be, the fewer are wrong and the more are missed; the bound holds whatever is set', () => {
  const odds = fc.double({ min: 0, max: 14, noNaN: true })
  fc.assert(
    fc.property(odds, odds, fc.double({ min: -6, max: 0, noNaN: true }), (a, b, review) => {
      const [less, more] = [at(Math.min(a, b), review, 1), at(Math.max(a, b), review, 1)]
      assert.ok(more.false_links <= less.false_links + 1e-9)
      assert.ok(more.not_linked >= less.not_linked && less.not_linked >= less.not_shown)
      assert.equal(more.not_shown, less.not_shown)
      const held = at(a, review, THRESHOLDS.most_error)
      assert.ok(held.false_links <= 1000 * THRESHOLDS.most_error + 0.05, String(held.false_links))
    }),
  )
  assert.deepEqual(
    expectedError(expectedPairs(STARTING_MODEL, 16_000), THRESHOLDS),
    expectedError(pairs, THRESHOLDS),
  )
  assert.ok(at(THRESHOLDS.link, THRESHOLDS.review, 1).false_links < at(oddsOf(90), -3, 1).false_links / 2)
  assert.ok(at(4, -6, 1).to_decide > at(4, 0, 1).to_decide)
})

test('what is shipped is one of the choices, and a setting that only a file could hold is told too', () => {
  assert.deepEqual([linkOf('99'), reviewOf('11')], [THRESHOLDS.link, THRESHOLDS.review])
  for (const choice of Object.keys(LINK_CHOICES) as (keyof typeof LINK_CHOICES)[])
    assert.equal(linkChoice(Math.fround(linkOf(choice))), choice)
  assert.equal(reviewChoice(-3), '11')
  assert.deepEqual(
    [chanceInWords(60), chanceInWords(oddsOf(97)), chanceInWords(-40)],
    ['over 99.99%', '97%', 'under 0.01%'],
  )
})

test('a manager sees what holds with its estimated error, and what changes when it is moved', async () => {
  const { text } = await ruth.get('/people/matching')
  for (const words of [
    'From a chance of 99%',
    'No more than 2 in 1,000',
    '99% (as it is now)',
    'Wrong, of 1,000 links',
    'Nobody has changed it.',
    '/people/matching/change',
  ])
    assert.ok(text.includes(words), words)
  assert.equal((await dan.get('/people/matching')).status, 403)
  assert.ok(!(await priya.get('/people/matching')).text.includes('/people/matching/change'))
  assert.ok((await ruth.get('/people/reviews')).text.includes('/people/matching'))
})

test('who is no case staff gets there from any page; records beyond a bound are not counted to show it', async () => {
  assert.match((await priya.get('/break-glass/review')).text, /href="\/people\/matching"/)
  assert.doesNotMatch((await dan.get('/my-day')).text, /href="\/people\/matching"/)
  assert.match(learntFrom(0, MOST_COUNTED), /for the 100,000 records that your teams hold/)
  assert.match(learntFrom(0, MOST_COUNTED + 1), /for more than 100,000 records that your teams hold/)
  assert.match(learntFrom(1262, 1262), /learnt of 1,262 of the area's records, for as many/)
  await asArea((ctx) => keepModel(ctx, { ...STARTING_MODEL, records: 1262 }))
  assert.equal((await asArea(pairsExpected)).records, 1262, 'of the model, not of who looks')
})

test('an administrator of the organisation that receives referrals changes it, with a reason; others are told who can', async () => {
  const change = { link: '99.9', review: '25' }
  assert.equal((await priya.post('/people/matching/change', change)).status, 403)
  assert.equal((await ruth.post('/people/matching/change', change)).status, 422, 'not without a reason')
  const because = 'Two brothers were linked in March.'
  assert.equal((await ruth.post('/people/matching/change', { ...change, because })).status, 303)
  const now = await asArea(thresholdsOf)
  assert.deepEqual(now, {
    link: linkOf('99.9'),
    review: reviewOf('25'),
    most_error: THRESHOLDS.most_error,
  })
  const { text } = await priya.get('/people/matching')
  for (const words of ['99.9%, before 99%', '25%, before 11%', because, 'Ruth Adeyemi'])
    assert.ok(text.includes(words), words)
  const again = await ruth.post('/people/matching/change', { ...change, because })
  assert.match(again.text, /This is what holds already/)
  const settings = await asArea(
    async (ctx) =>
      (
        await ctx.db
          .selectFrom('access.area')
          .select('settings')
          .where('area_id', '=', area.area_id)
          .executeTakeFirstOrThrow()
      ).settings as { receiving_team: string },
  )
  assert.equal(settings.receiving_team, 'victim-care/all-staff', 'the other settings stay')
  assert.deepEqual((await t.as('Holly Tyson', 'cumbria')).actor.area_code, 'cumbria')
})

test('an administrator of another organisation changes nothing, and another area is another setting', async () => {
  const other = { ...joan, actor: { ...joan.actor, roles: ['administrator'] } }
  const { receivesReferrals, changeThresholds } = await import('./change-thresholds.ts')
  await t.act(other.actor, { visit_id: newId(), query: {} }, async (ctx) => {
    assert.equal(await receivesReferrals(ctx), false)
    await assert.rejects(
      changeThresholds(ctx, { link: linkOf('90'), review: reviewOf('2'), because: 'x' }),
      /organisation that receives/,
    )
  })
  const holly = await t.as('Holly Tyson', 'cumbria')
  const page = (await holly.get('/people/matching')).text
  assert.ok(page.includes('99% (as it is now)') && page.includes('Nobody has changed it.'))
})
