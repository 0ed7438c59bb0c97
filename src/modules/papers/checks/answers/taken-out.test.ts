// What the public must not read is answered before sign-off by saying that it will be taken out, and is not published until it is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../../testing/cast.ts'
import {
  makeMeeting,
  publishRead,
  putOnAgenda,
  signPaperRead,
  startSmallPaper,
} from '../../../../testing/publication-cast.ts'
import { wordsOf } from '../../../../testing/visitor.ts'
import { partsOf } from '../../reviews/paragraphs.ts'
import { toPublish } from '../../publication/queries.ts'
import { checkPaper } from './check-paper.ts'

const t = await testApp()
const nell = await t.as('Nell Wainwright')
const craig = await t.as('Craig Galloway')

const SECRET = 'Margaret Dunne, one of 3 survivors of rape in Dunmere, thanked her adviser.'
const paper_id = await startSmallPaper(
  nell,
  `Quarterly meetings are held.\n\n${SECRET} In November 2020 the team won an award.`,
)
const findings = async () => (await nell.act((ctx) => checkPaper(ctx, paper_id))).findings
const answer = async (key: string, fields: Record<string, string>) =>
  nell.post(`/papers/${paper_id}/checks/${key}`, {
    reason: 'The Board reads it, the public does not.',
    ...fields,
  })

test('a name or a small number may be answered so; a wrong date may not', async () => {
  const stopping = (await findings()).filter(({ severity }) => severity === 'stops')
  const secret = stopping.filter(({ quote }) => quote === SECRET)
  assert.deepEqual(secret.map(({ rule }) => rule).toSorted(), ['personal-data', 'small-numbers'])
  const date = stopping.find(({ rule }) => rule === 'dates')!
  assert.doesNotMatch((await nell.get(`/papers/${paper_id}/checks/${date.key}`)).text, /name="how"/)
  assert.equal((await answer(date.key, { how: 'taken_out' })).status, 422)
  for (const { key, quote } of stopping) {
    if (quote === SECRET)
      assert.match((await nell.get(`/papers/${paper_id}/checks/${key}`)).text, /name="how"/)
    assert.equal((await answer(key, quote === SECRET ? { how: 'taken_out' } : {})).status, 303)
  }
  const page = await nell.get(`/papers/${paper_id}/checks`)
  assert.match(wordsOf(page.text), /It will be taken out of the public version\. The Board reads it/)
})

test('it is signed off so, and not published until both are redacted', async () => {
  for (const step of ['send-for-review', 'send-for-sign-off'])
    assert.equal((await nell.post(`/papers/${paper_id}/${step}`)).status, 303, step)
  assert.equal((await signPaperRead(craig, paper_id)).status, 303)
  await putOnAgenda(nell, await makeMeeting(nell, 'Performance Meeting', '2019-03-07'), 4, { paper_id })
  const refused = await publishRead(nell, paper_id)
  assert.equal(refused.status, 422)
  assert.match(
    wordsOf(refused.text),
    /It was to be taken out of the public version, and stands in paragraph 8\.2/,
  )

  const { signed } = await nell.act((ctx) => toPublish(ctx, paper_id))
  const block = String(partsOf(signed).find(({ words }) => words.includes(SECRET))!.block)
  const redact = (words: string) =>
    nell.post(`/papers/${paper_id}/redactions/add`, {
      block,
      words,
      ground: 'paragraph-1',
      because: 'Private.',
    })
  assert.equal((await redact('Margaret Dunne')).status, 303)
  const still = await nell.get(`/papers/${paper_id}/public-version`)
  assert.match(wordsOf(still.text), /It was to be taken out of the public version/, 'the number still stands')
  assert.equal((await redact('3 survivors of rape')).status, 303)
  const published = await publishRead(nell, paper_id)
  assert.equal(published.status, 303)
  const { published: now } = await nell.act((ctx) => toPublish(ctx, paper_id))
  assert.doesNotMatch(JSON.stringify(now!.versions[0]!.document), /Margaret|3 survivors/)
})
