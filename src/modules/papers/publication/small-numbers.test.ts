// What the public reads has no small number that nobody decided about; the draft for the office prints it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { checkPaper } from '#papers'
import { idIn, testApp } from '../../../testing/cast.ts'
import {
  dayFields,
  makeMeeting,
  makeSmallService,
  putOnAgenda,
  publishRead,
  signPaperRead,
} from '../../../testing/publication-cast.ts'
import { wordsOf } from '../../../testing/visitor.ts'

const t = await testApp()
const ruth = await t.as('Ruth Adeyemi')
const nell = await t.as('Nell Wainwright')
const craig = await t.as('Craig Galloway')
const small = await ruth.act((ctx) => makeSmallService(ctx, 60))
const conferences = small.rj.filter(({ outcome }) => outcome === 'conference').length

const start = async (is_public: 'yes' | 'no') =>
  idIn(
    (
      await ruth.post('/papers/start', {
        template: 'service-report',
        ...dayFields('period_from', '2018-01-01'),
        ...dayFields('period_to', '2018-12-31'),
        report_to: 'Performance Meeting',
        ...dayFields('meeting_on', '2019-03-07'),
        report_author: 'Ruth Adeyemi',
        is_public,
      })
    ).location,
  )
const stopping = async (paper_id: string) =>
  (await ruth.act((ctx) => checkPaper(ctx, paper_id))).findings.filter(
    ({ rule, severity, answer }) => rule === 'small-numbers' && severity === 'stops' && !answer,
  )
const paper_id = await start('yes')

test('the draft prints every count; one that the public will read is told below the public threshold, of a provider too', async () => {
  assert.ok(conferences > 0 && conferences < 5)
  const { text } = await ruth.get(`/papers/${paper_id}`)
  assert.match(wordsOf(text), new RegExp(`${conferences} led to a face-to-face conference`))
  assert.ok((await stopping(paper_id)).some(({ quote }) => quote.includes('face-to-face conference')))
  assert.deepEqual(await stopping(await start('no')), [])
})

test('nobody signs it until each is answered with a reason, and whoever signs reads the reasons', async () => {
  await ruth.post(`/papers/${paper_id}/submit`)
  const refused = await signPaperRead(craig, paper_id)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /must be mended or answered/)
  const reason = 'Of the whole county in a year: nobody can be known by it.'
  for (const { key } of await stopping(paper_id))
    assert.equal((await ruth.post(`/papers/${paper_id}/checks/${key}`, { reason })).status, 303)
  assert.match(wordsOf((await craig.get(`/papers/${paper_id}/checks`)).text), /nobody can be known by it/)
  const signed = await signPaperRead(craig, paper_id)
  assert.equal(signed.status, 303, signed.text)
})

test('what nobody decided about since the area hides more is not published', async () => {
  const meeting_id = await makeMeeting(nell, 'Performance Meeting', '2019-03-07')
  await putOnAgenda(nell, meeting_id, 4, { paper_id })
  await hideFromThePublic(20)
  const refused = await publishRead(nell, paper_id)
  assert.equal(refused.status, 422)
  assert.match(wordsOf(refused.text), /A number too small for the public stands in/)
  assert.match(
    wordsOf((await nell.get(`/papers/${paper_id}/public-version`)).text),
    /too small for the public/,
  )
  await hideFromThePublic(10)
  const published = await publishRead(nell, paper_id)
  assert.equal(published.status, 303, published.text)
})

/** As the area's file sets it. */
async function hideFromThePublic(below: number): Promise<void> {
  const client = new pg.Client({ connectionString: t.url })
  await client.connect()
  await client.query(`set waymark.area_id = '${ruth.actor.area_id}'`)
  await client.query(
    `update access.area set settings = settings || jsonb_build_object('small_numbers', jsonb_build_object('public', $1::int)) where area_id = $2`,
    [below, ruth.actor.area_id],
  )
  await client.end()
}
