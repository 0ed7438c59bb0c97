// Whoever follows is written to of each paper, version and restated figure, once, until one click stops it and deletes their address.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { atTheDoor } from '#access'
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
import { forgetUnconfirmed, tellFollowers } from '../index.ts'
import { askToFollow } from './follow.ts'
import { MOST_ASKED } from './may-write.ts'

let now = new Date('2036-11-02T09:00:00Z')
const t = await testApp({ clock: () => now })
const server = await smtpServer()
after(() => server.close())
const administrator = new pg.Client({ connectionString: t.url })
await administrator.connect()
administrator.on('error', () => {}) // the database is dropped when the tests end, this connection with it
after(() => administrator.end())
const area = await t.area()
const asArea = <T>(work: Parameters<typeof t.act<T>>[2]) =>
  t.act(area, { visit_id: newId(), query: {} }, work)
const options = { secret: t.secret, origin: 'http://localhost' }
const deliver = deliverBySmtp({ url: server.url, from: 'Office <papers@example.org>' })

/** What leaves now: the area's jobs run, and the letters are taken out of the postman's bag. */
async function post() {
  await asArea((ctx) => tellFollowers(ctx, options))
  await sendWaiting(asArea, deliver)
  return server.taken.splice(0)
}
const linkIn = (body: string, what: string) =>
  new RegExp(`http://localhost(/published/[^\\s]*/${what}/[\\w-]+)`).exec(body)![1]!
const FOLLOW = '/published/nottinghamshire/follow'

async function follow(email: string) {
  assert.equal((await t.asNobody.post(FOLLOW, { email })).location, `${FOLLOW}/asked`)
  const [letter] = await post()
  const confirm = linkIn(letter!.body, 'confirm')
  assert.equal((await t.asNobody.get(confirm)).status, 200)
  assert.equal((await t.asNobody.post(confirm)).location, `${FOLLOW}/confirmed`)
  return { confirm, stop: linkIn(letter!.headers['list-unsubscribe']!, 'stop') }
}

const nell = await t.as('Nell Wainwright')
const craig = await t.as('Craig Galloway')
const meeting_id = await makeMeeting(nell, 'Performance Meeting', '2019-03-07')
const paper_id = await startSmallPaper(nell, 'Words of the service.')
await putOnAgenda(nell, meeting_id, 1, { paper_id })
await signPaperOff(nell, craig, paper_id)
const followers = async () =>
  (await administrator.query('select * from public_site.follower order by follower_id')).rows

test('an address that is none is asked for again', async () => {
  const { status, text } = await t.asNobody.post(FOLLOW, { email: 'a@example.org,b@example.org' })
  assert.equal(status, 422)
  assert.match(text, /Enter your e-mail address in the correct format/)
  assert.deepEqual(await followers(), [])
})

test('opening the link confirms nothing; the button does; and asking again tells nobody that the address is known', async () => {
  const first = await t.asNobody.post(FOLLOW, { email: 'Reader@example.org' })
  assert.equal(first.headers.get('set-cookie'), null)
  const [letter, ...more] = await post()
  assert.equal(more.length, 0)
  assert.deepEqual(letter!.to, ['reader@example.org'])
  const confirm = linkIn(letter!.body, 'confirm')
  await t.asNobody.get(confirm)
  assert.equal((await followers())[0].confirmed_at, null)
  await t.asNobody.post(confirm)
  assert.ok((await followers())[0].confirmed_at)
  const again = await t.asNobody.post(FOLLOW, { email: 'reader@example.org' })
  assert.equal(again.location, first.location)
  assert.match((await post())[0]!.headers.subject!, /follow what is published already/)
  assert.equal((await post()).length, 0)
})

test('a published paper, a new version and a restated figure are each told once, to who followed by then', async () => {
  now = new Date('2036-11-02T10:00:00Z')
  await publishRead(nell, paper_id)
  const [letter, ...more] = await post()
  assert.equal(more.length, 0)
  assert.deepEqual(letter!.to, ['reader@example.org'])
  assert.match(letter!.headers.subject!, /^Published: /)
  assert.match(
    letter!.body,
    /http:\/\/localhost\/published\/nottinghamshire\/papers\/2019-03-07-performance-meeting-1/,
  )
  assert.equal((await post()).length, 0, 'told once')
  now = new Date('2036-11-02T11:00:00Z')
  const late = await follow('late@example.org')
  assert.equal((await post()).length, 0, 'who follows later hears of what comes later')
  await t.asNobody.post(late.stop)
})

test('one click from a mail program stops it: the address is gone, and what waited for it too', async () => {
  const { stop } = await follow('clicker@example.org')
  now = new Date('2036-11-02T12:00:00Z')
  const { text } = await nell.get(`/papers/${paper_id}/redactions/add`)
  const [, block = ''] = [...text.matchAll(/<option value="(\d+)">([^<]*)</g)].find(([, , words]) =>
    /Words of/.test(words!),
  )!
  await nell.post(`/papers/${paper_id}/redactions/add`, { block, ground: 'paragraph-3', because: 'A price' })
  await publishRead(nell, paper_id, 'A price was taken out.')
  await asArea((ctx) => tellFollowers(ctx, options))
  // RFC 8058: a POST from nowhere, with neither cookie nor token of a form.
  const clicked = await t.app.request(stop, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  assert.ok(clicked.status < 400)
  const letters = await post()
  assert.deepEqual(
    letters.map(({ to }) => to[0]),
    ['reader@example.org'],
  )
  assert.match(letters[0]!.headers.subject!, /^Version 2: /)
  assert.match(letters[0]!.body, /A price was taken out\./)
  assert.equal((await followers()).length, 1)
  assert.ok((await t.asNobody.post(stop)).status < 400, 'a second click does no harm')
})

test('addresses are sealed, in no log and no record of changes, and no member of staff has them in reach', async () => {
  const [row] = await followers()
  for (const column of ['address_sealed', 'address_key', 'token_hash'])
    assert.ok(!row[column].toString('utf8').includes('reader'))
  assert.ok(!t.logged().includes('example.org'))
  const { rows } = await administrator.query(
    `select count(*)::int as n from access.change where before::text like '%reader@example%' or (table_name = 'public_site.follower' and before is not null)`,
  )
  assert.equal(rows[0].n, 0)
  const ruth = await t.as('Ruth Adeyemi')
  assert.deepEqual(
    await ruth.act((ctx) => ctx.db.selectFrom('public_site.follower').selectAll().execute()),
    [],
  )
  const visits = await administrator.query(
    `select count(*)::int as n from access.visit where path like '%/follow/%'`,
  )
  assert.equal(visits.rows[0].n, 0)
})

test('where somebody who is signed in follows, the record of visits keeps the kind of address and not its token', async () => {
  now = new Date('2036-11-02T13:00:00Z')
  await t.asNobody.post(FOLLOW, { email: 'colleague@example.org' })
  const confirm = linkIn((await post())[0]!.body, 'confirm')
  const token = confirm.split('/').at(-1)!
  await nell.get(confirm)
  await nell.get(confirm.replace('/confirm/', '/stop/'))
  const { rows } = await administrator.query(`select path from access.visit where path like '%/follow/%'`)
  assert.deepEqual(
    rows.map(({ path }) => path).toSorted((a, b) => a.localeCompare(b)),
    ['confirm', 'stop'].map((what) => `/published/:area_code/follow/${what}/:token`),
  )
  assert.ok(!JSON.stringify(rows).includes(token))
  await t.asNobody.post(confirm.replace('/confirm/', '/stop/'))
})

const addresses = async () => (await post()).map(({ to }) => to[0])

test('whoever has letters sent to strangers is stopped, and reads the same as everybody', async () => {
  now = new Date('2036-11-03T09:00:00Z')
  const answers = new Set<string | null>()
  for (let i = 0; i < 30; i++)
    answers.add((await t.asNobody.post(FOLLOW, { email: `stranger${i}@example.org` })).location)
  assert.deepEqual([...answers], [`${FOLLOW}/asked`])
  assert.equal((await addresses()).length, MOST_ASKED.address)
  now = new Date('2036-11-03T10:00:01Z')
  await t.asNobody.post(FOLLOW, { email: 'later@example.org' })
  assert.deepEqual(await addresses(), ['later@example.org'], 'it ends by itself')
})

test('an area writes so many letters in an hour, from however many network addresses they are asked for', async () => {
  now = new Date('2036-11-03T12:00:00Z')
  const office = await atTheDoor(t.pools, 'nottinghamshire')
  const asked = Array.from({ length: MOST_ASKED.area + 5 }, (_, i) =>
    t.act(office, { visit_id: newId(), query: {} }, (ctx) =>
      askToFollow(ctx, options, { email: `crowd${i}@example.org`, of: [] }, Buffer.from(`network ${i}`)),
    ),
  )
  await Promise.all(asked)
  assert.equal((await addresses()).length, MOST_ASKED.area)
})

test('a mailbox is asked once in 7 days, whatever tags it is given and whether it was stopped since', async () => {
  now = new Date('2036-11-03T14:00:00Z')
  await t.asNobody.post(FOLLOW, { email: 'me+1@example.org' })
  const [letter] = await post()
  for (const email of ['me+2@example.org', 'me@example.org', 'me+1@example.org'])
    assert.equal((await t.asNobody.post(FOLLOW, { email })).location, `${FOLLOW}/asked`)
  await t.asNobody.post(linkIn(letter!.body, 'confirm').replace('/confirm/', '/stop/'))
  await t.asNobody.post(FOLLOW, { email: 'me+1@example.org' })
  assert.deepEqual(await addresses(), [])
  now = new Date('2036-11-09T14:00:00Z')
  await t.asNobody.post(FOLLOW, { email: 'me+1@example.org' })
  assert.deepEqual(await addresses(), [], 'not within 7 days')
  now = new Date('2036-11-10T14:00:01Z')
  await t.asNobody.post(FOLLOW, { email: 'me+1@example.org' })
  assert.deepEqual(await addresses(), ['me+1@example.org'])
  now = new Date('2036-11-18T14:00:00Z')
  await asArea(forgetUnconfirmed)
  assert.equal((await administrator.query('select from public_site.asking')).rowCount, 0)
})

test('what nobody confirms within 7 days is deleted, and its link works no more', async () => {
  await t.asNobody.post(FOLLOW, { email: 'silent@example.org' })
  const [letter] = await post()
  assert.equal((await followers()).length, 2)
  now = new Date('2036-11-26T12:00:00Z')
  await asArea(forgetUnconfirmed)
  assert.equal((await followers()).length, 1)
  const { status, text } = await t.asNobody.post(linkIn(letter!.body, 'confirm'))
  assert.equal(status, 422)
  assert.match(text, /no longer works/)
})
