// A board meets, decides, and follows up; what it decided goes on to the Panel with a covering note.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idIn, testApp } from '../../../testing/cast.ts'
import {
  dayFields,
  makeMeeting,
  putOnAgenda,
  publishRead,
  signPaperOff,
  startSmallPaper,
} from '../../../testing/publication-cast.ts'

let now = new Date('2036-02-20T10:00:00Z')
const t = await testApp({ clock: () => now })
const nell = await t.as('Nell Wainwright')
const craig = await t.as('Craig Galloway')
const meeting_id = await makeMeeting(nell, 'Strategic Resources Meeting', '2036-03-07')
const panel_id = await makeMeeting(nell, 'Police and Crime Panel', '2036-07-02', true)
const paper_id = await startSmallPaper(nell, 'Words {of} the service.')
const itemOf = async (which: RegExp, meeting = meeting_id) => {
  const { text } = await nell.get(`/meetings/${meeting}`)
  return new RegExp(
    `agenda-items/([0-9a-f-]{36})/change[^>]*>Change[^<]*<span[^>]*>[^<]*${which.source}`,
  ).exec(text)![1]!
}

test('an agenda says what is missing before its papers are due', async () => {
  await putOnAgenda(nell, meeting_id, 3, { paper_id, title: 'Victim services' })
  const { text } = await nell.get(`/meetings/${meeting_id}`)
  assert.match(text, /One paper is not signed off\. Papers are due on 7 March 2036/)
  assert.match(text, /Draft/)
  assert.ok(!text.includes('Record a decision'), 'nothing is decided before the meeting')
})

test('an item kept from the public needs a ground and a reason, and its number is its own', async () => {
  const add = (fields: Record<string, string>) =>
    nell.post(`/meetings/${meeting_id}/items/add`, {
      number: 4,
      title: 'A settlement',
      is_public: 'no',
      ...fields,
    })
  assert.match((await add({})).text, /Select the ground/)
  assert.match((await add({ ground: 'paragraph-5' })).text, /Enter why it is kept/)
  assert.match(
    (await add({ number: '3', ground: 'paragraph-5', because: 'Advice' })).text,
    /item of this number already/,
  )
  assert.match((await add({ is_public: 'yes', ground: 'paragraph-5' })).text, /leave both empty/)
  assert.match(
    (await add({ ground: 'paragraph-5', because: 'Advice', paper_id: 'x' })).text,
    /Select the paper/,
  )
  assert.equal((await add({ ground: 'paragraph-5', because: 'Advice' })).status, 303)
})

test('a decision and an action are recorded once the meeting was held', async () => {
  const item = await itemOf(/item 3/)
  const decision = { words: 'The contract is extended.', decided_by: 'The Commissioner', is_public: 'yes' }
  assert.match((await nell.post(`/agenda-items/${item}/decision`, decision)).text, /not been held yet/)
  now = new Date('2036-03-08T10:00:00Z')
  assert.equal((await nell.post(`/agenda-items/${item}/decision`, decision)).status, 303)
  const action = {
    words: 'Write to the provider',
    owner: 'Head of commissioning',
    ...dayFields('due_on', '2036-03-20'),
  }
  assert.match(
    (await nell.post(`/agenda-items/${item}/action`, { ...action, ...dayFields('due_on', '2036-03-01') }))
      .text,
    /before the meeting/,
  )
  assert.equal((await nell.post(`/agenda-items/${item}/action`, action)).status, 303)
  const secret = await itemOf(/item 4/)
  const refused = await nell.post(`/agenda-items/${secret}/decision`, decision)
  assert.match(refused.text, /not public, so its decision is not either/)
})

test('the next meeting follows an action up until it is done', async () => {
  now = new Date('2036-05-01T10:00:00Z')
  const boards = (await nell.get('/meetings')).text
  const board = idIn(
    /href="\/boards\/([^"]+)\/meetings\/add"[^>]*>Add a date of the Strategic/.exec(boards)![1]!,
  )
  const next = idIn(
    (
      await nell.post(`/boards/${board}/meetings/add`, {
        ...dayFields('meets_on', '2036-06-06'),
        ...dayFields('papers_due_on', '2036-05-30'),
      })
    ).location,
  )
  const { text } = await nell.get(`/meetings/${next}`)
  assert.match(text, /Actions from earlier meetings/)
  assert.match(text, /Write to the provider/)
  assert.match(text, /Overdue/)
  const action = /meeting-actions\/([0-9a-f-]{36})\/progress/.exec(text)![1]!
  assert.equal(
    (
      await nell.post(`/meeting-actions/${action}/progress`, {
        words: 'Written and answered',
        is_done: 'yes',
      })
    ).status,
    303,
  )
  assert.match((await nell.get(`/meetings/${next}`)).text, /Done.*Written and answered/s)
})

test('a decided paper goes on to the Panel with a note that says which, where, its versions and the decision', async () => {
  const item = await itemOf(/item 3/)
  await signPaperOff(nell, craig, paper_id)
  assert.equal((await publishRead(nell, paper_id)).status, 303)
  assert.match(
    (await nell.post(`/agenda-items/${item}/to-panel`, { meeting_id, asked: 'note' })).text,
    /Select a meeting of the Panel/,
  )
  const sent = await nell.post(`/agenda-items/${item}/to-panel`, { meeting_id: panel_id, asked: 'consider' })
  assert.equal(sent.status, 303, sent.text)
  const twice = await nell.post(`/agenda-items/${item}/to-panel`, { meeting_id: panel_id, asked: 'note' })
  assert.match(twice.text, /It is item 1 of this meeting of the Panel already/)
  assert.match((await nell.get(`/meetings/${meeting_id}`)).text, /Sent on: item 1 of the .*2 July 2036/)
  const note = idIn(sent.location)
  const { text } = await nell.get(`/papers/${note}`)
  for (const words of [
    'item 3 of the Strategic Resources Meeting of 7 March 2036',
    'The Commissioner, 7 March 2036: The contract is extended.',
    '/published/nottinghamshire/papers/2036-03-07-strategic-resources-meeting-3',
    'Version 1 was published on 1 May 2036',
    'consider the paper and the decision',
  ])
    assert.ok(text.includes(words), words)
  assert.match((await nell.get(`/meetings/${panel_id}`)).text, /Covering note/)
  await signPaperOff(nell, craig, note)
  assert.equal((await publishRead(nell, note)).status, 303)
  const read = await t.asNobody.get('/published/nottinghamshire/papers/2036-07-02-police-and-crime-panel-1')
  assert.match(read.text, /The contract is extended\./)
})

test('the public reads the agenda with the public decisions, and another area’s office sees none of it', async () => {
  const secret = await itemOf(/item 4/)
  await nell.post(`/agenda-items/${secret}/decision`, {
    words: 'The claim is settled.',
    decided_by: 'The Commissioner',
    is_public: 'no',
  })
  assert.equal((await nell.post(`/meetings/${meeting_id}/publish`)).status, 303)
  const { text } = await t.asNobody.get(
    '/published/nottinghamshire/meetings/2036-03-07-strategic-resources-meeting',
  )
  assert.match(text, /The contract is extended\./)
  assert.match(text, /Read the paper/)
  for (const kept of ['claim is settled', 'Write to the provider', 'Advice'])
    assert.ok(!text.includes(kept), kept)
  const wilf = await t.as('Wilf Dixon', 'cumbria')
  assert.equal((await wilf.get(`/meetings/${meeting_id}`)).status, 404)
})
