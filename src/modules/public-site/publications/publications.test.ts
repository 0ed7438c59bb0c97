// What changed after publication is told beside it; and the public's pages are light, and ask nothing of the browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Ctx } from '#platform/act.ts'
import { numberInWords } from '#platform/words/numbers.ts'
import { testApp } from '../../../testing/cast.ts'
import {
  makeMeeting,
  makeSmallService,
  putOnAgenda,
  publishRead,
  signPaperOff,
  startSmallPaper,
} from '../../../testing/publication-cast.ts'
import { differenceInWords } from './difference.ts'

const t = await testApp()
const nell = await t.as('Nell Wainwright')
const craig = await t.as('Craig Galloway')
const ruth = await t.as('Ruth Adeyemi')
const meeting_id = await makeMeeting(nell, 'Performance Meeting', '2019-03-07')
const paper_id = await startSmallPaper(nell, 'Words of the service.')
await putOnAgenda(nell, meeting_id, 1, { paper_id })
await ruth.act((ctx) => makeSmallService(ctx, 24))
await signPaperOff(nell, craig, paper_id)
await publishRead(nell, paper_id)
/** Twelve referrals of 2018 that come to the records late. */
async function addLateReferrals(ctx: Ctx) {
  const person = await ctx.db
    .selectFrom('people.person')
    .select(['person_id', 'held_by'])
    .executeTakeFirstOrThrow()
  for (let i = 1; i <= 12; i++)
    await ctx.db
      .insertInto('referrals.referral')
      .values({
        ...person,
        reference: `LATE-${i}`,
        received_on: '2018-06-01',
        source: 'self',
        result: 'accepted',
      })
      .execute()
}
const ADDRESS = '/published/nottinghamshire/papers/2019-03-07-performance-meeting-1'
const own = `/papers/${paper_id}/public-version`

test('nothing is restated while the records say what the paper says', async () => {
  assert.ok(!(await nell.get(own)).text.includes('Figures that have changed since'))
  const refused = await nell.post(`/papers/${paper_id}/restatements/referrals`, { because: 'X' })
  assert.match(refused.text, /has not changed since/)
})

test('a figure that later entries change is told with what it was, what it is, by how much and why', async () => {
  await ruth.act(addLateReferrals)
  assert.match((await nell.get(own)).text, /Referrals received: 24 when signed off, 36 now/)
  assert.ok(
    !(await t.asNobody.get(ADDRESS)).text.includes('Restated since'),
    'not before the office says why',
  )
  const told = { because: 'Twelve referrals were recorded late.' }
  assert.equal((await nell.post(`/papers/${paper_id}/restatements/referrals`, told)).status, 303)
  const { text } = await t.asNobody.get(ADDRESS)
  const [row = ''] =
    /<tr[^>]*>(?:(?!<\/tr>).)*Referrals received(?:(?!<\/tr>).)*12 more(?:(?!<\/tr>).)*<\/tr>/s.exec(text) ??
    []
  for (const words of ['>24<', '>36<', '12 more', 'Twelve referrals were recorded late.'])
    assert.ok(row.includes(words), words)
  const again = await nell.post(`/papers/${paper_id}/restatements/referrals`, told)
  assert.match(again.text, /told already/)
})

test('a difference is said in words, and goes back to the figure it came from', () => {
  assert.equal(differenceInWords('98%', '95%'), '3 percentage points less')
  assert.equal(differenceInWords('£1,200', '£1,000'), '£200 fewer')
  assert.equal(differenceInWords('[c]', '12'), 'Not comparable')
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (was, is) => {
      const said = differenceInWords(numberInWords(was), numberInWords(is))
      const size = Number(/^[\d,]+/.exec(said)?.[0].replaceAll(',', '') ?? 0)
      assert.equal(was + (said.endsWith('more') ? size : -size), is)
    }),
  )
})

test('every public page is light, sets no cookie, names no member of staff and is asked for anew by a browser', async (it) => {
  for (const url of ['/published', '/published/nottinghamshire', ADDRESS, `${ADDRESS}/versions/1`]) {
    const { text, headers, status } = await t.asNobody.get(url)
    assert.equal(status, 200)
    it.diagnostic(`${url}: ${Math.round(text.length / 1024)} KB`)
    assert.ok(text.length < 100 * 1024, `${url} has ${text.length} bytes`)
    assert.equal(headers.get('set-cookie'), null)
    if (url !== '/published') assert.match(headers.get('cache-control')!, /^public, max-age=0, s-maxage=60/)
    for (const name of ['Nell Wainwright', 'Craig Galloway']) assert.ok(!text.includes(name), name)
    for (const header of ['content-security-policy', 'x-content-type-options', 'referrer-policy'])
      assert.ok(headers.get(header), header)
  }
})

test('a page with a message for one reader is kept by no cache', async () => {
  const headers = { cookie: 'said=Recorded' }
  const page = await t.app.request(ADDRESS, { headers })
  assert.match(await page.text(), /Recorded/)
  assert.ok(page.headers.get('set-cookie'), 'the message is taken back')
  assert.doesNotMatch(page.headers.get('cache-control') ?? '', /public/)
})

test('an address that is none is not there, whatever is typed', async () => {
  for (const path of [
    'nowhere',
    'nottinghamshire/years/1066',
    'nottinghamshire/papers/x',
    `x/papers/${'a'.repeat(500)}`,
  ])
    assert.equal((await t.asNobody.get(`/published/${path}`)).status, 404)
  for (const version of ['0', '99', '1e3', '-1', 'x'])
    assert.equal((await t.asNobody.get(`${ADDRESS}/versions/${version}`)).status, 404)
})
