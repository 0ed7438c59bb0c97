// Whatever anybody can reach without signing in, from the first page on: every page, every version, every file within the files, and every letter.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { newId } from '#platform/act.ts'
import { deliverBySmtp, sendWaiting } from '#platform/mail/index.ts'
import { smtpServer } from '#platform/mail/smtp-server-for-tests.ts'
import { idIn, testApp } from '../../../testing/cast.ts'
import {
  makeMeeting,
  publishRead,
  putOnAgenda,
  signPaperOff,
  startSmallPaper,
} from '../../../testing/publication-cast.ts'
import { tellFollowers } from '../index.ts'

const t = await testApp()
const [nell, craig] = [await t.as('Nell Wainwright'), await t.as('Craig Galloway')]
const meeting_id = await makeMeeting(nell, 'Performance Meeting', '2019-03-07')
const AT = '/published/nottinghamshire/papers/2019-03-07-performance-meeting-1'

/** Everything that can be reached from the first page, by its address: what is read there, markup and words, and what is packed in files. */
async function everyByte(): Promise<Map<string, string>> {
  const read = new Map<string, string>()
  const waiting = ['/published/nottinghamshire', `${AT}/versions/1`, `${AT}/versions/1/paper.docx`]
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (read.has(at)) continue
    const { response, text, headers } = await t.asNobody.get(at)
    const isPage = headers.get('content-type')!.startsWith('text/html')
    const packed = isPage ? {} : unzipSync(new Uint8Array(await response.arrayBuffer()))
    const bytes = isPage
      ? text
      : Object.values(packed)
          .map((part) => strFromU8(part))
          .join('\n')
    read.set(at, [bytes, wordsOf(bytes), [...headers].join('\n')].join('\n'))
    for (const [, href] of text.matchAll(/href="(\/published\/[^"#?]+)/g)) waiting.push(href!)
  }
  return read
}
const wordsOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')

const SECRETS = ['Harbourside', '41,250', 'Quillfeather', 'bidder withdrew']
const leaks = (read: Map<string, string>) =>
  [...read].flatMap(([at, bytes]) =>
    SECRETS.filter((secret) => bytes.toLowerCase().includes(secret.toLowerCase())).map(
      (secret) => `${secret} at ${at}`,
    ),
  )
const partThat = async (id: string, says: RegExp) => {
  const { text } = await nell.get(`/papers/${id}/redactions/add`)
  return [...text.matchAll(/<option value="(\d+)">([^<]*)</g)].find(([, , words]) => says.test(words!))![1]!
}
const redact = async (id: string, says: RegExp, words = '') => {
  const more = { ground: 'paragraph-3', because: 'Harbourside asked for it' }
  const done = await nell.post(`/papers/${id}/redactions/add`, {
    block: await partThat(id, says),
    words,
    ...more,
  })
  assert.equal(done.status, 303, done.text)
}
const publishes = async (id: string, because: string) => {
  const { status, text } = await publishRead(nell, id, because)
  return status === 303 ? 'published' : text
}

const WORDS = `Three bids came. Harbourside & O\u2019Brien\u2019s offered \u00A341,250 for the year.

Ada Quillfeather

The bidder withdrew later, and said so.`
const paper_id = await startSmallPaper(nell, WORDS)
await putOnAgenda(nell, meeting_id, 1, { paper_id, title: 'A contract' })
await signPaperOff(nell, craig, paper_id)

const area = await t.area()
const asArea = <T>(work: Parameters<typeof t.act<T>>[2]) =>
  t.act(area, { visit_id: newId(), query: {} }, work)
const server = await smtpServer()
after(() => server.close())
const deliver = deliverBySmtp({ url: server.url, from: 'Office <papers@example.org>' })
async function letters() {
  await asArea((ctx) => tellFollowers(ctx, { secret: t.secret, origin: 'http://localhost' }))
  await sendWaiting(asArea, deliver)
  return server.taken.splice(0)
}
await t.asNobody.post('/published/nottinghamshire/follow', { email: 'reader@example.org', of: [] })
const [asked] = await letters()
await t.asNobody.post(/http:\/\/[^/]+(\/published\/\S*\/confirm\/\S+)/.exec(asked!.body)![1]!)

test('what was public once and is taken out later is in no byte that anybody can reach', async () => {
  assert.equal(await publishes(paper_id, ''), 'published')
  await nell.post(`/meetings/${meeting_id}/publish`)
  assert.ok(leaks(await everyByte()).length > 8, 'the search finds what is there')
  // Typed with straight apostrophes, as somebody types them.
  await redact(paper_id, /Three bids/, "harbourside & O'Brien's offered \u00A341,250")
  await redact(paper_id, /Ada Quillfeather/)
  await redact(paper_id, /bidder withdrew/)
  assert.equal(await publishes(paper_id, 'A price was taken out.'), 'published')
  assert.deepEqual(leaks(await everyByte()), [])
})

test('nor when a correction repeats it, in other places and in its reasons', async () => {
  const begun = await nell.post(`/papers/${paper_id}/correct`, { because: 'A comma was wrong.' })
  const correction = idIn(begun.location)
  await nell.post(`/papers/${correction}/sections/8`, {
    words: `${WORDS}\n\nAs Ada Quillfeather told us in May.`,
  })
  await signPaperOff(nell, craig, correction)
  assert.match(
    await publishes(correction, 'A comma.'),
    /of the paper that this one corrects can still be read/,
  )
  await redact(correction, /Three bids/, "Harbourside & O'Brien's offered \u00A341,250")
  await redact(correction, /^8\.2: Ada Quillfeather$/)
  await redact(correction, /bidder withdrew/)
  assert.match(await publishes(correction, 'A comma.'), /can still be read at 8\.4/)
  await redact(correction, /As Ada/, 'Ada Quillfeather')
  assert.match(await publishes(correction, 'Ada Quillfeather asked for it.'), /say it otherwise/)
  assert.equal(await publishes(correction, 'A comma.'), 'published')
  assert.deepEqual(leaks(await everyByte()), [])
})

test('nor in a letter to those who follow, nor once all of it is withdrawn', async () => {
  const told = await letters()
  assert.equal(told.length, 2, 'two versions: the first was withdrawn before anybody was told')
  assert.deepEqual(leaks(new Map(told.map((one) => [one.headers['subject']!, JSON.stringify(one)]))), [])
  const said = await nell.post(`/papers/${paper_id}/withdraw`, {
    version: 'all',
    because: 'The bidder withdrew later, and said so.',
  })
  assert.match(said.text, /say it otherwise/)
  assert.equal(
    (await nell.post(`/papers/${paper_id}/withdraw`, { version: 'all', because: 'A claim.' })).status,
    303,
  )
  const read = await everyByte()
  assert.deepEqual(leaks(read), [])
  assert.ok(![...read.keys()].some((at) => /versions\/2/.test(at)), 'nothing leads there any more')
})
