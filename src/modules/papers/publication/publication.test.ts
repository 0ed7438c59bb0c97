// A signed paper is published without what is redacted, at an address that stays, with its versions.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { idIn, testApp } from '../../../testing/cast.ts'
import {
  makeMeeting,
  putOnAgenda,
  publishRead,
  signPaperOff,
  startSmallPaper,
} from '../../../testing/publication-cast.ts'

const t = await testApp()
const nell = await t.as('Nell Wainwright')
const craig = await t.as('Craig Galloway')
const nadia = await t.as('Nadia Whelan')
const meeting_id = await makeMeeting(nell, 'Performance Meeting', '2019-03-07')

const SECRET = 'Harbourside Housing offered £41,250'
const WORDS = `The contract was let after three bids. ${SECRET} for the year.\n\nA second paragraph stands whole and says that the bidder withdrew later.`
const paper_id = await startSmallPaper(nell, WORDS)
await putOnAgenda(nell, meeting_id, 4, { paper_id, title: 'Victim services' })
const ADDRESS = '/published/nottinghamshire/papers/2019-03-07-performance-meeting-4'

const partOf = async (start: RegExp): Promise<string> => {
  const { text } = await nell.get(`/papers/${paper_id}/redactions/add`)
  const option = [...text.matchAll(/<option value="(\d+)">([^<]*)</g)].find(([, , words]) =>
    start.test(words!),
  )
  return option![1]!
}
const redact = async (start: RegExp, words: string) =>
  nell.post(`/papers/${paper_id}/redactions/add`, {
    block: await partOf(start),
    words,
    ground: 'paragraph-3',
    because: 'The price is commercial',
  })

test('a paper that is not signed off is not published', async () => {
  assert.match((await publishRead(nell, paper_id)).text, /not signed off yet/)
  assert.equal((await t.asNobody.get(ADDRESS)).status, 404)
})

test('what is redacted is in no byte that the public can have', async () => {
  await signPaperOff(nell, craig, paper_id)
  assert.equal((await redact(/The contract was let/, SECRET)).status, 303)
  assert.equal((await redact(/A second paragraph/, '')).status, 303)
  const own = await nell.get(`/papers/${paper_id}/public-version`)
  assert.match(own.text, /Harbourside Housing/, 'the office sees what is taken out')
  assert.match(own.text, /Nell Wainwright/, 'and by whom')
  assert.equal((await publishRead(nell, paper_id)).status, 303)

  const { text, status, headers } = await t.asNobody.get(ADDRESS)
  assert.equal(status, 200)
  assert.match(text, /\[Redacted\. Paragraph 3: financial or business affairs\]/)
  const files = await Promise.all(
    ['docx', 'odt'].map(async (kind) => {
      const { response } = await t.asNobody.get(`${ADDRESS}/versions/1/paper.${kind}`)
      assert.equal(response.status, 200)
      const parts = unzipSync(new Uint8Array(await response.arrayBuffer()))
      return Object.values(parts)
        .map((bytes) => strFromU8(bytes))
        .join('\n')
    }),
  )
  for (const bytes of [text, ...files])
    for (const secret of ['Harbourside', '41,250', 'bidder withdrew', 'commercial', 'Nell Wainwright'])
      assert.ok(!bytes.includes(secret), `${secret} is public`)
  assert.equal(headers.get('set-cookie'), null)
  assert.match(headers.get('cache-control') ?? '', /^public/)
  assert.ok(headers.get('content-security-policy'))
})

test('the page for a member of staff is kept by no cache', async () => {
  assert.equal((await nell.get(ADDRESS)).headers.get('cache-control'), 'no-store')
})

test('what can still be read elsewhere keeps a paper from being published, and says where', async () => {
  const other = await startSmallPaper(
    nell,
    `${SECRET} for the year.\n\nAs said, ${SECRET.toUpperCase()} again.`,
  )
  await putOnAgenda(nell, meeting_id, 5, { paper_id: other })
  await signPaperOff(nell, craig, other)
  const { text } = await nell.get(`/papers/${other}/redactions/add`)
  const [, block = ''] = [...text.matchAll(/<option value="(\d+)">([^<]*)</g)].find(([, , words]) =>
    /for the year/.test(words!),
  )!
  const more = { ground: 'paragraph-3', because: 'The price is commercial' }
  await nell.post(`/papers/${other}/redactions/add`, { block, words: SECRET, ...more })
  const refused = await publishRead(nell, other)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /can still be read at 8\.\d/)
  const wrong = await nell.post(`/papers/${other}/redactions/add`, {
    block,
    words: 'Nothing of the kind',
    ...more,
  })
  assert.match(wrong.text, /do not stand in this paragraph/)
})

test('a later version has a reason and its own address; the earlier one stays and says that it is superseded', async () => {
  assert.match((await publishRead(nell, paper_id, 'X')).text, /reads this version already/)
  const { text } = await nell.get(`/papers/${paper_id}/public-version`)
  const [first] = [...text.matchAll(/action="(\/redactions\/[^"]+\/lift)"/g)].map((found) => found[1]!)
  assert.equal((await nell.post(first!)).status, 303)
  assert.match((await publishRead(nell, paper_id)).text, /Enter why there is a new version/)
  assert.equal((await publishRead(nell, paper_id, 'The contract has ended.')).status, 303)
  const latest = await t.asNobody.get(ADDRESS)
  assert.match(latest.text, /Harbourside Housing/)
  assert.match(latest.text, /Version 2, published .*The contract has ended\./s)
  const earlier = await t.asNobody.get(`${ADDRESS}/versions/1`)
  assert.equal(earlier.status, 200)
  assert.match(earlier.text, /Superseded/)
  assert.ok(!earlier.text.includes('Harbourside'))
})

test('a correction is a paper of its own, and the next version at the same address', async () => {
  const begun = await nell.post(`/papers/${paper_id}/correct`, { because: 'A date was wrong.' })
  const correction = idIn(begun.location)
  assert.notEqual(correction, paper_id)
  assert.match((await nadia.post(`/papers/${paper_id}/correct`, { because: 'Again' })).text, /begun already/)
  await nell.post(`/papers/${correction}/sections/8`, { words: 'The contract was let in May.' })
  assert.match((await t.asNobody.get(ADDRESS)).text, /Harbourside/, 'nothing changes until it is published')
  await signPaperOff(nell, craig, correction)
  assert.equal((await publishRead(nell, correction, 'A date was wrong.')).status, 303)
  const { text } = await t.asNobody.get(ADDRESS)
  assert.match(text, /The contract was let in May\./)
  assert.match(text, /Version 3/)
  assert.equal((await t.asNobody.get(`${ADDRESS}/versions/2`)).status, 200)
})

test('papers are listed by meeting and year, and what is not public is not there', async () => {
  await putOnAgenda(nell, meeting_id, 6, {
    title: 'A settlement',
    is_public: 'no',
    ground: 'paragraph-5',
    because: 'Legal advice',
    paper_id: await startSmallPaper(nell, 'Advice of counsel', { is_public: 'no' }),
  })
  await nell.post(`/meetings/${meeting_id}/publish`)
  const list = await t.asNobody.get('/published/nottinghamshire')
  assert.match(list.text, /Published papers, 2019/)
  assert.match(list.text, /Performance Meeting, 7 March 2019/)
  assert.match(list.text, /\(version 3\)/)
  const agenda = await t.asNobody.get('/published/nottinghamshire/meetings/2019-03-07-performance-meeting')
  assert.match(agenda.text, /4\. Victim services/)
  assert.match(agenda.text, /Not for publication\. Paragraph 5: legal professional privilege/)
  for (const secret of ['counsel', 'Legal advice']) assert.ok(!agenda.text.includes(secret), secret)
  assert.equal(
    (await t.asNobody.get('/published/cumbria/papers/2019-03-07-performance-meeting-4')).status,
    404,
  )
  assert.ok(!(await t.asNobody.get('/published/cumbria')).text.includes('Performance Meeting'))
})

test('a withdrawn paper says so, when and why, and gives no version', async () => {
  await nell.post(`/papers/${paper_id}/withdraw`, {
    version: 'all',
    because: 'It named a contract in dispute.',
  })
  for (const address of [ADDRESS, `${ADDRESS}/versions/1`]) {
    const { status, text, headers } = await t.asNobody.get(address)
    assert.equal(status, 410)
    assert.match(text, /It named a contract in dispute\./)
    assert.ok(!text.includes('contract was let'))
    assert.equal(headers.get('cache-control'), 'no-store')
  }
  assert.equal((await t.asNobody.get(`${ADDRESS}/versions/1/paper.docx`)).status, 410)
})

test('only the office publishes, and only what it may see', async () => {
  const ruth = await t.as('Ruth Adeyemi')
  const dan = await t.as('Dan Jessop')
  for (const [who, status] of [
    [ruth, 403],
    [dan, 403],
  ] as const)
    assert.equal((await publishRead(who, paper_id)).status, status)
})
