// What a careless colleague, or two at once, do to a meeting: nothing that is kept from the public is published by it, no address moves, and nothing breaks.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idIn, testApp } from '../../../testing/cast.ts'
import {
  dayFields,
  makeMeeting,
  publishRead,
  putOnAgenda,
  signPaperOff,
  startSmallPaper,
} from '../../../testing/publication-cast.ts'

let now = new Date('2036-02-20T10:00:00Z')
const t = await testApp({ clock: () => now })
const [nell, craig] = [await t.as('Nell Wainwright'), await t.as('Craig Galloway')]
const meeting_id = await makeMeeting(nell, 'Performance Meeting', '2036-03-07')
const AT = '/published/nottinghamshire'
const AGENDA = `${AT}/meetings/2036-03-07-performance-meeting`
const seen = (path: string) => t.asNobody.get(path)
const itemOf = async (number: number, meeting = meeting_id) =>
  new RegExp(`agenda-items/([0-9a-f-]{36})/change[^>]*>Change[^<]*<span[^>]*>[^<]*item ${number}<`).exec(
    (await nell.get(`/meetings/${meeting}`)).text,
  )![1]!
const publishAgenda = (meeting = meeting_id) => nell.post(`/meetings/${meeting}/publish`)
const DECISION = { decided_by: 'The Commissioner', is_public: 'yes' }
async function publishedPaper(number: number, words = 'Words of the service.') {
  const paper_id = await startSmallPaper(nell, words)
  await putOnAgenda(nell, meeting_id, number, { paper_id, title: `Services ${number}` })
  await signPaperOff(nell, craig, paper_id)
  assert.equal((await publishRead(nell, paper_id)).status, 303)
  return paper_id
}

const first = await publishedPaper(1)
await putOnAgenda(nell, meeting_id, 2, { title: 'A claim' })
await publishAgenda()

test('an item that is kept from the public after its decision was published is gone from the agenda at once', async () => {
  now = new Date('2036-03-08T10:00:00Z')
  const item = await itemOf(2)
  await nell.post(`/agenda-items/${item}/decision`, { ...DECISION, words: 'The claim is settled.' })
  assert.match((await nell.get(`/meetings/${meeting_id}`)).text, /have changed since they were published/)
  await publishAgenda()
  assert.match((await seen(AGENDA)).text, /The claim is settled\./)
  assert.doesNotMatch((await nell.get(`/meetings/${meeting_id}`)).text, /have changed since/)
  const kept = { number: 2, title: 'A claim', is_public: 'no', ground: 'paragraph-5', because: 'Advice' }
  assert.equal((await nell.post(`/agenda-items/${item}/change`, kept)).status, 303)
  assert.doesNotMatch((await seen(AGENDA)).text, /The claim is settled/)
  await publishAgenda()
  const { text } = await seen(AGENDA)
  assert.doesNotMatch(text, /The claim is settled/, 'nor when it is published again')
  assert.match(text, /Not for publication\. Paragraph 5/)
})

test('a paper that the public reads stays on its item until it is withdrawn; then the agenda leads nowhere', async () => {
  const item = await itemOf(1)
  const kept = { number: 1, title: 'Services 1', paper_id: first, is_public: 'no', ground: 'paragraph-5' }
  const refused = await nell.post(`/agenda-items/${item}/change`, { ...kept, because: 'Advice' })
  assert.match(refused.text, /The public reads its paper: withdraw that first/)
  const other = await nell.post(`/agenda-items/${item}/change`, { number: 1, title: 'X', is_public: 'yes' })
  assert.match(other.text, /The public reads the paper of this item/)
  assert.match((await nell.post(`/agenda-items/${item}/remove`)).text, /withdraw it first/)
  assert.match((await seen(AGENDA)).text, /Read the paper/)
  await nell.post(`/papers/${first}/withdraw`, { because: 'A wrong table.' })
  assert.doesNotMatch((await seen(AGENDA)).text, /Read the paper/)
  const later = await nell.post(`/agenda-items/${item}/change`, { ...kept, because: 'Advice' })
  assert.equal(later.status, 303)
  assert.match((await publishRead(nell, first, 'Back')).text, /a meeting that keeps it from the public/)
})

test('publishing a paper does not publish what else is new on its agenda', async () => {
  await putOnAgenda(nell, meeting_id, 7, { title: 'Not told yet' })
  await publishedPaper(3)
  const { text } = await seen(AGENDA)
  assert.doesNotMatch(text, /Not told yet/)
  await publishAgenda()
  assert.match((await seen(AGENDA)).text, /Not told yet.*|Read the paper/s)
})

test('an item gets another number, and the paper that takes its number an address of its own', async () => {
  const item = await itemOf(3)
  const { text } = await nell.get(`/agenda-items/${item}/change`)
  const paper_id = /<option value="([^"]+)" selected/.exec(text)![1]!
  const moved = { number: 4, title: 'Services 3', paper_id, is_public: 'yes' }
  assert.equal((await nell.post(`/agenda-items/${item}/change`, moved)).status, 303)
  await publishedPaper(3)
  assert.match((await seen(`${AT}/papers/2036-03-07-performance-meeting-3`)).text, /item 4/)
  assert.match((await seen(`${AT}/papers/2036-03-07-performance-meeting-3-2`)).text, /item 3/)
})

test('a wrong decision is corrected, and the public no longer reads it; a second correction of the same finds it gone', async () => {
  const item = await itemOf(4)
  await nell.post(`/agenda-items/${item}/decision`, { ...DECISION, words: 'Jo Example is paid.' })
  await publishAgenda()
  assert.match((await seen(AGENDA)).text, /Jo Example/)
  const page = (await nell.get(`/meetings/${meeting_id}`)).text
  const correct = /href="(\/decisions\/[^"]+\/correct)"[^>]*>[^<]*<span[^>]*>[^<]*on item 4/.exec(page)![1]!
  assert.match((await nell.get(correct)).text, /Jo Example is paid/)
  assert.equal((await nell.post(correct, { ...DECISION, words: 'The claim is paid.' })).status, 303)
  assert.doesNotMatch((await seen(AGENDA)).text, /Jo Example/)
  assert.equal((await nell.post(correct, { ...DECISION, words: 'Again' })).status, 404)
  await publishAgenda()
  assert.match((await seen(AGENDA)).text, /The claim is paid\./)
  assert.match((await nell.get(`/meetings/${meeting_id}`)).text, /What it said before.*Jo Example/s)
  assert.match((await nell.post(`/agenda-items/${item}/remove`)).text, /withdraw it first|decided or agreed/)
})

test('nobody publishes in an agenda what is taken out of its paper', async () => {
  const paper_id = await startSmallPaper(nell, 'Harbourside Housing offered the least of all.')
  await putOnAgenda(nell, meeting_id, 9, { paper_id, title: 'A contract' })
  await signPaperOff(nell, craig, paper_id)
  const { text } = await nell.get(`/papers/${paper_id}/redactions/add`)
  const [, block = ''] = [...text.matchAll(/<option value="(\d+)">([^<]*)</g)].find(([, , words]) =>
    /Harbourside/.test(words!),
  )!
  const more = { ground: 'paragraph-3', because: 'A price' }
  await nell.post(`/papers/${paper_id}/redactions/add`, { block, words: 'Harbourside Housing', ...more })
  const item = await itemOf(9)
  await nell.post(`/agenda-items/${item}/decision`, { ...DECISION, words: 'To Harbourside Housing.' })
  assert.match((await publishAgenda()).text, /Item 9 or its decision says what is redacted at 8\.1/)
  assert.doesNotMatch((await seen(AGENDA)).text, /Harbourside/)
  const panel = await makeMeeting(nell, 'Scrutiny Panel', '2036-04-02', true)
  const sent = await nell.post(`/agenda-items/${item}/to-panel`, { meeting_id: panel, asked: 'note' })
  const note = idIn(sent.location)
  await signPaperOff(nell, craig, note)
  const refused = await publishRead(nell, note)
  assert.match(refused.text, /What is redacted at 8\.1 of the paper that this one is about can be read in it/)
})

test('a meeting moved after publication stays at its address and says so; another on its day has its own', async () => {
  now = new Date('2036-03-20T10:00:00Z')
  const held = await nell.post(`/meetings/${meeting_id}/change`, {
    ...dayFields('meets_on', '2036-03-09'),
    ...dayFields('papers_due_on', '2036-03-01'),
  })
  assert.match(held.text, /it was held on its day/)
  const panel = await makeMeeting(nell, 'Police and Crime Panel', '2036-05-01', true)
  const draft = await startSmallPaper(nell, 'Words')
  const paper_id = await startSmallPaper(nell, 'Other words')
  await putOnAgenda(nell, panel, 1, { paper_id })
  await putOnAgenda(nell, panel, 2, { paper_id: draft })
  await signPaperOff(nell, craig, paper_id)
  await publishRead(nell, paper_id)
  await publishAgenda(panel)
  const change = {
    ...dayFields('meets_on', '2036-05-08'),
    ...dayFields('papers_due_on', '2036-05-01'),
    place: 'Arnold Town Hall',
  }
  assert.equal((await nell.post(`/meetings/${panel}/change`, change)).status, 303)
  const agenda = (await seen(`${AT}/meetings/2036-05-01-police-and-crime-panel`)).text
  for (const words of [/8 May 2036/, /Arnold Town Hall/, /was moved from 1 May 2036/])
    assert.match(agenda, words)
  assert.match((await seen(`${AT}/papers/2036-05-01-police-and-crime-panel-1`)).text, /8 May 2036, item 1/)
  assert.match(
    (await nell.get(`/papers/${draft}`)).text,
    /8 May 2036/,
    'what is not signed names the new day',
  )
  assert.match((await nell.get(`/meetings/${panel}`)).text, /It was signed off for a meeting on 1 May 2036/)
  const list = (await seen(AT)).text
  assert.equal(list.split('Police and Crime Panel, ').length, 2, 'one heading for the agenda and its paper')
  const boards = (await nell.get('/meetings')).text
  const board = idIn(
    /href="\/boards\/([^"]+)\/meetings\/add"[^>]*>Add a date of the Police/.exec(boards)![1]!,
  )
  const day = { ...dayFields('meets_on', '2036-05-01'), ...dayFields('papers_due_on', '2036-05-01') }
  const another = idIn((await nell.post(`/boards/${board}/meetings/add`, day)).location)
  await putOnAgenda(nell, another, 1)
  assert.equal((await publishAgenda(another)).status, 303)
  assert.equal((await seen(`${AT}/meetings/2036-05-01-police-and-crime-panel-2`)).status, 200)
})

test('two at once: one item of a number, one date of a board, one correction of a paper', async () => {
  const both = async (work: (who: typeof nell) => Promise<{ status: number }>) =>
    (await Promise.all([nell, craig].map(work))).map(({ status }) => status).toSorted((a, b) => a - b)
  const item = { number: 30, title: 'One of them', is_public: 'yes' }
  assert.deepEqual(await both((who) => who.post(`/meetings/${meeting_id}/items/add`, item)), [303, 422])
  const name = { name: 'A new board', is_panel: 'no' }
  assert.deepEqual(await both((who) => who.post('/boards/add', name)), [303, 422])
  const nadia = await t.as('Nadia Whelan')
  const begun = await Promise.all(
    [nell, nadia].map((who) => who.post(`/papers/${first}/correct`, { because: 'A word' })),
  )
  assert.deepEqual(
    begun.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 422],
  )
})

test('an item put there by mistake is taken off', async () => {
  const item = await itemOf(30)
  assert.equal((await nell.post(`/agenda-items/${item}/remove`)).status, 303)
  assert.doesNotMatch((await nell.get(`/meetings/${meeting_id}`)).text, /One of them/)
})
