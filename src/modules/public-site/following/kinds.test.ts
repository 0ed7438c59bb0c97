// Whoever follows some kinds of paper, or some meetings, hears of those alone; another choice holds once the address confirms it.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#platform/act.ts'
import { deliverBySmtp, sendWaiting } from '#platform/mail/index.ts'
import { smtpServer } from '#platform/mail/smtp-server-for-tests.ts'
import { testApp } from '../../../testing/cast.ts'
import {
  makeMeeting,
  putOnAgenda,
  publishRead,
  signPaperOff,
  startSmallPaper,
} from '../../../testing/publication-cast.ts'
import { tellFollowers } from '../index.ts'

let now = new Date('2036-11-02T09:00:00Z')
const t = await testApp({ clock: () => now })
const server = await smtpServer()
after(() => server.close())
const area = await t.area()
const asArea = <T>(work: Parameters<typeof t.act<T>>[2]) =>
  t.act(area, { visit_id: newId(), query: {} }, work)
const deliver = deliverBySmtp({ url: server.url, from: 'Office <papers@example.org>' })
const FOLLOW = '/published/nottinghamshire/follow'
const REPORTS = 'kind:Reports of a service'

async function post() {
  await asArea((ctx) => tellFollowers(ctx, { secret: t.secret, origin: 'http://localhost' }))
  await sendWaiting(asArea, deliver)
  return server.taken.splice(0)
}
const ask = (email: string, of: string[]) => t.asNobody.post(FOLLOW, { email, of })
const confirm = async (body: string) =>
  t.asNobody.post(/http:\/\/localhost(\/published\/[^\s]*\/confirm\/[\w-]+)/.exec(body)![1]!)

const [nell, craig] = [await t.as('Nell Wainwright'), await t.as('Craig Galloway')]
async function publish(board: string): Promise<string> {
  const paper_id = await startSmallPaper(nell, 'Words of the service.')
  await putOnAgenda(nell, await makeMeeting(nell, board, '2019-03-07'), 1, { paper_id })
  await signPaperOff(nell, craig, paper_id)
  assert.equal((await publishRead(nell, paper_id)).status, 303)
  return paper_id
}
const heard = async () =>
  (await post()).map(({ to }) => to[0]!).toSorted((one, other) => one.localeCompare(other))

test('before anything is published there is nothing to choose, and everything is followed', async () => {
  assert.doesNotMatch((await t.asNobody.get(FOLLOW)).text, /What do you want to hear of/)
  await ask('all@example.org', [])
  await confirm((await post())[0]!.body)
})

test('kinds and meetings that something is published of can be chosen; a paper leads to its own kind', async () => {
  now = new Date('2036-11-02T10:00:00Z')
  await publish('Performance Meeting')
  assert.deepEqual(await heard(), ['all@example.org'])
  const { text } = await t.asNobody.get(FOLLOW)
  assert.match(text, /value="kind:Reports of a service"/)
  assert.match(text, /Papers for the meeting: Performance Meeting/)
  const paper = await t.asNobody.get('/published/nottinghamshire/papers/2019-03-07-performance-meeting-1')
  const like = /href="([^"]+)"[^>]*>Be told by e-mail of papers like this/.exec(paper.text)![1]!
  assert.match(
    (await t.asNobody.get(like.replaceAll('&amp;', '&'))).text,
    /value="kind:Reports of a service" checked/,
  )
  assert.equal((await ask('x@example.org', ['kind:Nothing like it'])).status, 422)
})

test('who follows one meeting is not told of another’s papers, and who follows a kind is', async () => {
  await ask('kind@example.org', [REPORTS])
  const [letter] = await post()
  assert.match(letter!.body, /- Reports of a service/)
  await confirm(letter!.body)
  await ask('meeting@example.org', ['meeting:Performance Meeting'])
  await confirm((await post())[0]!.body)
  now = new Date('2036-11-02T11:00:00Z')
  await publish('Police and Crime Panel')
  assert.deepEqual(await heard(), ['all@example.org', 'kind@example.org'])
})

test('another choice holds once it is confirmed, and not before', async () => {
  now = new Date('2036-11-02T12:00:00Z')
  const asked = await ask('meeting@example.org', ['meeting:Police and Crime Panel'])
  assert.equal(asked.location, `${FOLLOW}/asked`)
  const [letter] = await post()
  assert.match(letter!.headers.subject!, /Confirm what you want to follow/)
  await publish('Another Board')
  assert.deepEqual(await heard(), ['all@example.org', 'kind@example.org'])
  await confirm(letter!.body)
  now = new Date('2036-11-02T13:00:00Z')
  await ask('meeting@example.org', ['meeting:Police and Crime Panel'])
  assert.match((await post())[0]!.headers.subject!, /follow what is published already/)
})
