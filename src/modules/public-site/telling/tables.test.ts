// Whoever follows tables of recorded crime hears when some are published, changed or withdrawn; and of a paper that it was withdrawn.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#platform/act.ts'
import { deliverBySmtp, sendWaiting } from '#platform/mail/index.ts'
import { smtpServer } from '#platform/mail/smtp-server-for-tests.ts'
import { testApp } from '../../../testing/cast.ts'
import {
  makeMeeting,
  publishRead,
  putOnAgenda,
  signPaperOff,
  startSmallPaper,
} from '../../../testing/publication-cast.ts'
import { smallExtract } from '../../../testing/small-extract.ts'
import { tellFollowers } from '../index.ts'

let now = new Date('2036-11-02T09:00:00Z')
const t = await testApp({ areas: ['nottinghamshire'], clock: () => now })
const server = await smtpServer()
after(() => server.close())
const area = await t.area()
const asArea = <T>(work: Parameters<typeof t.act<T>>[2]) =>
  t.act(area, { visit_id: newId(), query: {} }, work)
const deliver = deliverBySmtp({ url: server.url, from: 'Office <papers@example.org>' })
const FOLLOW = '/published/nottinghamshire/follow'
const OWN = '/recorded-crime/published/2020-04-01-to-2021-03-31'
const PUBLIC = '/published/nottinghamshire/recorded-crime/2020-04-01-to-2021-03-31'
const TABLES = 'tables:recorded-crime'

async function post() {
  await asArea((ctx) => tellFollowers(ctx, { secret: t.secret, origin: 'http://localhost' }))
  await sendWaiting(asArea, deliver)
  return server.taken
    .splice(0)
    .toSorted((one, other) => one.to[0]!.localeCompare(other.to[0]!))
    .map(({ to, headers, body }) => ({ to: to[0]!, subject: headers.subject!, body }))
}
async function follow(email: string, of: string[]) {
  await t.asNobody.post(FOLLOW, { email, of })
  const [letter] = await post()
  await t.asNobody.post(/http:\/\/localhost(\/published\/[^\s]*\/confirm\/[\w-]+)/.exec(letter!.body)![1]!)
  return letter!
}
const [nell, craig] = [await t.as('Nell Wainwright'), await t.as('Craig Galloway')]
const crimes = await smallExtract(t)
await crimes({ Burglary: 30, 'Vehicle offences': 40 })
async function publish(at = OWN, fields: Record<string, string> = {}) {
  const read = /name="read" value="([^"]+)"/.exec((await craig.get(`${at}/publish`)).text)?.[1] ?? ''
  assert.equal((await craig.post(`${at}/publish`, { read, ...fields })).status, 303)
}
const later = (hours: number) => (now = new Date(now.getTime() + hours * 3_600_000))
const kindOf = async (email: string, of: string[]) => (await follow(email, of)).body

test('tables can be followed alone once some are published, and a page of them leads there', async () => {
  assert.doesNotMatch((await t.asNobody.get(FOLLOW)).text, /tables:recorded-crime/)
  await follow('all@example.org', [])
  later(1)
  await publish()
  const [letter, ...more] = await post()
  assert.equal(more.length, 0)
  assert.match(
    letter!.subject,
    /^Published: tables of recorded crime and its victims, April 2020 to March 2021/,
  )
  assert.ok(letter!.body.includes(`http://localhost${PUBLIC}`))
  const like = /href="([^"]+)"[^>]*>Be told by e-mail of tables like these/.exec(
    (await t.asNobody.get(PUBLIC)).text,
  )![1]!
  assert.match(
    (await t.asNobody.get(like.replaceAll('&amp;', '&'))).text,
    /value="tables:recorded-crime" checked[^>]*>[^<]*<label[^>]*>\s*Tables of recorded crime and its victims/,
  )
  assert.match(await kindOf('tables@example.org', [TABLES]), /- Tables of recorded crime and its victims/)
})

test('a new version is told with what changed and why, to who follows tables or everything', async () => {
  const meeting_id = await makeMeeting(nell, 'Performance Meeting', '2019-03-07')
  const paper_id = await startSmallPaper(nell, 'Words of the service.')
  await putOnAgenda(nell, meeting_id, 1, { paper_id })
  await signPaperOff(nell, craig, paper_id)
  later(1)
  assert.equal((await publishRead(nell, paper_id)).status, 303)
  assert.deepEqual(
    (await post()).map(({ to }) => to),
    ['all@example.org'],
    'a paper is not a table',
  )
  await follow('papers@example.org', ['meeting:Performance Meeting'])
  later(1)
  await crimes({ 'Vehicle offences': 3 })
  await publish(OWN, { because: 'Three crimes were recorded late.' })
  const letters = await post()
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['all@example.org', 'tables@example.org'],
  )
  assert.match(letters[1]!.subject, /^Version 2: tables of recorded crime/)
  assert.match(
    letters[1]!.body,
    /counts are printed otherwise than before.*Three crimes were recorded late\./s,
  )
  assert.deepEqual(await post(), [], 'told once')
  later(1)
  await nell.post(`/papers/${paper_id}/withdraw`, { because: 'It named a child.' })
  const gone = await post()
  assert.deepEqual(
    gone.map(({ to }) => to),
    ['all@example.org', 'papers@example.org'],
  )
  assert.equal(gone[0]!.subject, 'A paper was withdrawn')
  assert.match(
    gone[0]!.body,
    /The paper of item 1 of the Performance Meeting, 7 March 2019, was withdrawn\.+\s+It named a child\./,
  )
  assert.deepEqual(await post(), [])
})

test('a version that another took the place of is told as withdrawn only where nobody heard of the other', async () => {
  const meeting_id = await makeMeeting(nell, 'Another Meeting', '2019-03-07')
  const paper_id = await startSmallPaper(nell, 'Harbourside offered; Quillfeather agreed.')
  await putOnAgenda(nell, meeting_id, 1, { paper_id })
  await signPaperOff(nell, craig, paper_id)
  const { text } = await nell.get(`/papers/${paper_id}/redactions/add`)
  const [, block = ''] = [...text.matchAll(/<option value="(\d+)">([^<]*)</g)].find(([, , words]) =>
    /Harbourside/.test(words!),
  )!
  const subjects = async () =>
    (await post()).filter(({ to }) => to === 'all@example.org').map(({ subject }) => subject)
  later(1)
  await publishRead(nell, paper_id)
  assert.match((await subjects()).join(), /^Published: [^,]*$/)
  for (const words of ['Harbourside', 'Quillfeather']) {
    later(1)
    await nell.post(`/papers/${paper_id}/redactions/add`, {
      block,
      words,
      ground: 'paragraph-3',
      because: 'A price',
    })
    assert.equal((await publishRead(nell, paper_id, 'A price was taken out.')).status, 303)
    if (words === 'Harbourside') assert.match((await subjects()).join(), /^Version 2: [^,]*$/, 'one letter')
  }
  later(1)
  assert.equal((await nell.post(`/papers/${paper_id}/withdraw`, { because: 'All of it.' })).status, 303)
  assert.deepEqual(await subjects(), ['A paper was withdrawn'])
})

test('one version withdrawn says what stands; all of them withdrawn says that nothing does; each is told once', async () => {
  later(1)
  const because = 'A class was misread.'
  assert.equal((await nell.post(`${OWN}/withdraw`, { version: '2', because })).status, 303)
  const [, one] = await post()
  assert.match(one!.subject, /^A version was withdrawn: tables of recorded crime/)
  assert.match(
    one!.body,
    /Version 2 of the tables .* was withdrawn\. Version 1 can be read\.\s+A class was misread\./s,
  )
  later(1)
  await nell.post(`${OWN}/withdraw`, { because })
  const [, all] = await post()
  assert.match(all!.subject, /^Withdrawn: tables of recorded crime/)
  assert.deepEqual(await post(), [])
})

test('several withdrawn at one moment are one letter, and what nobody heard of is not told', async () => {
  later(1)
  await publish(OWN, { because: 'Read anew.' })
  await post()
  later(1)
  await crimes({ Burglary: 2 })
  await publish(OWN, { because: 'Two more.' })
  await post()
  later(1)
  await nell.post(`${OWN}/withdraw`, { version: 'all', because: 'Both wrong.' })
  const letters = await post()
  assert.equal(letters.length, 2)
  assert.match(letters[0]!.body, /were withdrawn\.\s+Both wrong\./)
  assert.deepEqual(await post(), [])
  later(1)
  await publish(OWN, { because: 'Once more.' })
  await nell.post(`${OWN}/withdraw`, { because: 'At once.' })
  assert.deepEqual(await post(), [], 'published and withdrawn before anybody was told')
})

test('whoever reads a page is told of another that covers part of the same period, and which is later', async () => {
  later(1)
  await publish(OWN, { because: 'And again.' })
  later(24)
  const OTHER = OWN.replace('2021-03-31', '2020-12-31')
  await publish(OTHER, { overlaps_because: 'Nothing was recorded after May.' })
  const [older, newer] = [
    await t.asNobody.get(PUBLIC),
    await t.asNobody.get(PUBLIC.replace('2021-03-31', '2020-12-31')),
  ]
  assert.match(older.text, /Another page covers part of the same period/)
  assert.match(older.text, /April to December 2020.*: later than the version you are reading/s)
  assert.match(newer.text, /April 2020 to March 2021.*: earlier than the version you are reading/s)
  assert.doesNotMatch(newer.text, /Nothing was recorded after May/)
  await nell.post(`${OTHER}/withdraw`, { because: 'Of no use.' })
  assert.doesNotMatch((await t.asNobody.get(PUBLIC)).text, /Another page covers/)
})
