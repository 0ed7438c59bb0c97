// A signed paper is published without what is redacted, at an address that stays, with its versions.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { idIn, testApp } from '../../../testing/cast.ts'
import {
  makeMeeting,
  putOnAgenda,
  signPaperOff,
  signPaperRead,
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
  assert.match((await nell.post(`/papers/${paper_id}/publish`)).text, /not signed off yet/)
  assert.equal((await t.asNobody.get(ADDRESS)).status, 404)
})

test('what is redacted is in no byte that the public can have', async () => {
  await signPaperOff(nell, craig, paper_id)
  assert.equal((await redact(/The contract was let/, SECRET)).status, 303)
  assert.equal((await redact(/A second paragraph/, '')).status, 303)
  const own = await nell.get(`/papers/${paper_id}/public-version`)
  assert.match(own.text, /Harbourside Housing/, 'the office sees what is taken out')
  assert.match(own.text, /Nell Wainwright/, 'and by whom')
  assert.equal((await nell.post(`/papers/${paper_id}/publish`)).status, 303)

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
  const refused = await nell.post(`/papers/${other}/publish`)
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
  assert.match(
    (await nell.post(`/papers/${paper_id}/publish`, { because: 'X' })).text,
    /reads this version already/,
  )
  const { text } = await nell.get(`/papers/${paper_id}/public-version`)
  const [first] = [...text.matchAll(/action="(\/redactions\/[^"]+\/lift)"/g)].map((found) => found[1]!)
  assert.equal((await nell.post(first!)).status, 303)
  assert.match((await nell.post(`/papers/${paper_id}/publish`)).text, /Enter why there is a new version/)
  assert.equal(
    (await nell.post(`/papers/${paper_id}/publish`, { because: 'The contract has ended.' })).status,
    303,
  )
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
  assert.equal(
    (await nell.post(`/papers/${correction}/publish`, { because: 'A date was wrong.' })).status,
    303,
  )
  const { text } = await t.asNobody.get(ADDRESS)
  assert.match(text, /The contract was let in May\./)
  assert.match(text, /Version 3/)
  assert.equal((await t.asNobody.get(`${ADDRESS}/versions/2`)).status, 200)
})

test('a correction does not publish what the paper it corrects keeps back', async () => {
  const first = await startSmallPaper(nell, `Bids came. ${SECRET} for the year.`)
  await putOnAgenda(nell, meeting_id, 8, { paper_id: first })
  await signPaperOff(nell, craig, first)
  const redactBids = async (id: string) => {
    const { text } = await nell.get(`/papers/${id}/redactions/add`)
    const [, block = ''] = [...text.matchAll(/<option value="(\d+)">([^<]*)</g)].find(([, , words]) =>
      /Bids came/.test(words!),
    )!
    const more = { ground: 'paragraph-3', because: 'The price is commercial' }
    return nell.post(`/papers/${id}/redactions/add`, { block, words: SECRET, ...more })
  }
  assert.equal((await redactBids(first)).status, 303)
  assert.equal((await nell.post(`/papers/${first}/publish`)).status, 303)
  const begun = await nell.post(`/papers/${first}/correct`, { because: 'A comma was wrong.' })
  const correction = idIn(begun.location)
  await signPaperOff(nell, craig, correction)
  const refused = await nell.post(`/papers/${correction}/publish`, { because: 'A comma was wrong.' })
  assert.equal(refused.status, 422)
  assert.match(
    refused.text,
    /of the paper that this one corrects can still be read at 8\.\d\. Redact it here too/,
  )
  const at = '/published/nottinghamshire/papers/2019-03-07-performance-meeting-8'
  assert.ok(!(await t.asNobody.get(at)).text.includes('Harbourside'))
  assert.equal((await redactBids(correction)).status, 303)
  assert.equal((await nell.post(`/papers/${correction}/publish`, { because: 'A comma.' })).status, 303)
  const { text } = await t.asNobody.get(at)
  assert.match(text, /Version 2/)
  assert.ok(!text.includes('Harbourside'))
})

test('the office sees which paper a provider’s correction corrects, and publishes it at the same address', async () => {
  const ruth = await t.as('Ruth Adeyemi')
  const first = await startSmallPaper(ruth, 'Words of the provider.')
  const signIn = async (id: string) => {
    assert.equal((await ruth.post(`/papers/${id}/submit`)).status, 303)
    assert.equal((await signPaperRead(craig, id)).status, 303)
  }
  await signIn(first)
  await putOnAgenda(nell, meeting_id, 10, { paper_id: first })
  assert.equal((await nell.post(`/papers/${first}/publish`)).status, 303)
  const begun = await ruth.post(`/papers/${first}/correct`, { because: 'A word was wrong.' })
  const correction = idIn(begun.location)
  await ruth.post(`/papers/${correction}/sections/8`, { words: 'Other words of the provider.' })
  await signIn(correction)
  const published = await nell.post(`/papers/${correction}/publish`, { because: 'A word was wrong.' })
  assert.equal(published.status, 303, published.text)
  const at = '/published/nottinghamshire/papers/2019-03-07-performance-meeting-10'
  assert.match((await t.asNobody.get(at)).text, /Version 2, .*Other words of the provider\./s)
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
  await nell.post(`/papers/${paper_id}/withdraw`, { because: 'It named a contract in dispute.' })
  for (const address of [ADDRESS, `${ADDRESS}/versions/1`]) {
    const { status, text, headers } = await t.asNobody.get(address)
    assert.equal(status, 410)
    assert.match(text, /It named a contract in dispute\./)
    assert.ok(!text.includes('contract was let'))
    assert.equal(headers.get('cache-control'), 'no-store')
  }
  assert.equal((await t.asNobody.get(`${ADDRESS}/versions/1/paper.docx`)).status, 410)
})

test('what was withdrawn does not come back with a new version, and one version can be withdrawn', async () => {
  const id = await startSmallPaper(nell, 'The first words of it.')
  await putOnAgenda(nell, meeting_id, 9, { paper_id: id })
  await signPaperOff(nell, craig, id)
  const at = '/published/nottinghamshire/papers/2019-03-07-performance-meeting-9'
  const publish = () => nell.post(`/papers/${id}/publish`, { because: 'Put right.' })
  const status = async (path: string) => (await t.asNobody.get(`${at}${path}`)).status
  assert.equal((await publish()).status, 303)
  assert.equal((await nell.post(`/papers/${id}/withdraw`, { because: 'It named a child.' })).status, 303)
  assert.equal((await publish()).status, 303)
  assert.equal(await status('/versions/2'), 200)
  for (const path of ['/versions/1', '/versions/1/paper.docx', '/versions/1/paper.odt'])
    assert.equal(await status(path), 410, path)
  assert.match((await t.asNobody.get(`${at}/versions/1`)).text, /It named a child\./)
  const { text } = await nell.get(`/papers/${id}/redactions/add`)
  const [, block = ''] = [...text.matchAll(/<option value="(\d+)">([^<]*)</g)].find(([, , words]) =>
    /first words/.test(words!),
  )!
  const more = { words: '', ground: 'paragraph-3', because: 'A contract' }
  assert.equal((await nell.post(`/papers/${id}/redactions/add`, { block, ...more })).status, 303)
  assert.equal((await publish()).status, 303)
  const wrong = await nell.post(`/papers/${id}/withdraw`, { version: '1', because: 'Again' })
  assert.match(wrong.text, /Select a version from the list/)
  const withdrawn = await nell.post(`/papers/${id}/withdraw`, { version: '3', because: 'Too much was out.' })
  assert.equal(withdrawn.status, 303)
  assert.equal(await status('/versions/3'), 410)
  assert.match((await t.asNobody.get(at)).text, /Version 2, published/)
  assert.match((await nell.get(`/papers/${id}/public-version`)).text, /Too much was out\./)
  assert.match((await t.asNobody.get('/published/nottinghamshire')).text, /-9">[^<]*<\/a> \(version 2\)/)
})

test('only the office publishes, and only what it may see', async () => {
  const ruth = await t.as('Ruth Adeyemi')
  const dan = await t.as('Dan Jessop')
  for (const [who, status] of [
    [ruth, 403],
    [dan, 403],
  ] as const)
    assert.equal((await who.post(`/papers/${paper_id}/publish`)).status, status)
})
