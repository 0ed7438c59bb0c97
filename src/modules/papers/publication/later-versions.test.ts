// What is published later brings nothing back: neither what an earlier paper keeps from the public, nor a version that was withdrawn.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Ctx, newId } from '#platform/act.ts'
import { idIn, testApp } from '../../../testing/cast.ts'
import {
  makeMeeting,
  markRead,
  putOnAgenda,
  publishRead,
  signPaperOff,
  signPaperRead,
  startSmallPaper,
} from '../../../testing/publication-cast.ts'
import { withdrawPublication } from './withdraw-publication.ts'

const t = await testApp()
const nell = await t.as('Nell Wainwright')
const craig = await t.as('Craig Galloway')
const meeting_id = await makeMeeting(nell, 'Performance Meeting', '2019-03-07')

const SECRET = 'Harbourside Housing offered £41,250'

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
  assert.equal((await publishRead(nell, first)).status, 303)
  const begun = await nell.post(`/papers/${first}/correct`, { because: 'A comma was wrong.' })
  const correction = idIn(begun.location)
  await signPaperOff(nell, craig, correction)
  const refused = await publishRead(nell, correction, 'A comma was wrong.')
  assert.equal(refused.status, 422)
  assert.match(
    refused.text,
    /of the paper that this one corrects can still be read at 8\.\d\. Redact it here too/,
  )
  const at = '/published/nottinghamshire/papers/2019-03-07-performance-meeting-8'
  assert.ok(!(await t.asNobody.get(at)).text.includes('Harbourside'))
  assert.equal((await redactBids(correction)).status, 303)
  assert.equal((await publishRead(nell, correction, 'A comma.')).status, 303)
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
  assert.equal((await publishRead(nell, first)).status, 303)
  const begun = await ruth.post(`/papers/${first}/correct`, { because: 'A word was wrong.' })
  const correction = idIn(begun.location)
  await ruth.post(`/papers/${correction}/sections/8`, { words: 'Other words of the provider.' })
  await signIn(correction)
  const published = await publishRead(nell, correction, 'A word was wrong.')
  assert.equal(published.status, 303, published.text)
  const at = '/published/nottinghamshire/papers/2019-03-07-performance-meeting-10'
  assert.match((await t.asNobody.get(at)).text, /Version 2, .*Other words of the provider\./s)
})

const AT = '/published/nottinghamshire/papers/2019-03-07-performance-meeting-'
const standing = async (path: string) => (await t.asNobody.get(`${AT}${path}`)).status
const partThat = async (id: string, says: RegExp) => {
  const { text } = await nell.get(`/papers/${id}/redactions/add`)
  return [...text.matchAll(/<option value="(\d+)">([^<]*)</g)].find(([, , words]) => says.test(words!))![1]!
}

test('what was withdrawn does not come back with a new version, and one version can be withdrawn', async () => {
  const id = await startSmallPaper(nell, 'The first words of it.')
  await putOnAgenda(nell, meeting_id, 9, { paper_id: id })
  await signPaperOff(nell, craig, id)
  assert.equal((await publishRead(nell, id)).status, 303)
  const only = (await nell.get(`/papers/${id}/withdraw`)).text
  assert.match(only, /is the only one that stands/)
  assert.doesNotMatch(only, /Which version|Every version/, 'there is nothing to choose')
  assert.equal((await nell.post(`/papers/${id}/withdraw`, { because: 'It named a child.' })).status, 303)
  assert.equal((await publishRead(nell, id, 'Put right.')).status, 303)
  assert.equal(await standing('9/versions/2'), 200)
  for (const path of ['/versions/1', '/versions/1/paper.docx', '/versions/1/paper.odt'])
    assert.equal(await standing(`9${path}`), 410, path)
  assert.match((await t.asNobody.get(`${AT}9/versions/1`)).text, /It named a child\./)
  const correction = idIn((await nell.post(`/papers/${id}/correct`, { because: 'A word.' })).location)
  await nell.post(`/papers/${correction}/sections/8`, { words: 'The second words of it.' })
  await signPaperOff(nell, craig, correction)
  assert.equal((await publishRead(nell, correction, 'A word.')).status, 303)
  const asked = await nell.get(`/papers/${correction}/withdraw`)
  for (const one of [/Version 3 alone/, /Version 2 alone/, /Every version/]) assert.match(asked.text, one)
  assert.doesNotMatch(asked.text, /Version 1 alone/)
  const because = 'Too much was out.'
  assert.match((await nell.post(`/papers/${correction}/withdraw`, { because })).text, /Select which version/)
  const wrong = await nell.post(`/papers/${correction}/withdraw`, { version: '1', because })
  assert.match(wrong.text, /does not stand any more/)
  assert.equal((await nell.post(`/papers/${correction}/withdraw`, { version: '3', because })).status, 303)
  assert.equal(await standing('9/versions/3'), 410)
  assert.match((await t.asNobody.get(`${AT}9`)).text, /Version 2, published/)
  assert.match((await nell.get(`/papers/${correction}/public-version`)).text, /Too much was out\./)
  assert.match((await t.asNobody.get('/published/nottinghamshire')).text, /-9">[^<]*<\/a> \(version 2\)/)
})

test('what is taken out later is not left in a version before: it is withdrawn in the same moment, and says so', async () => {
  const id = await startSmallPaper(nell, `Bids came. ${SECRET} for the year.\n\nAnother paragraph stands.`)
  await putOnAgenda(nell, meeting_id, 11, { paper_id: id })
  await signPaperOff(nell, craig, id)
  assert.equal((await publishRead(nell, id)).status, 303)
  const block = await partThat(id, /Bids came/)
  const more = { ground: 'paragraph-3', because: 'The price is commercial' }
  await nell.post(`/papers/${id}/redactions/add`, { block, words: SECRET, ...more })
  assert.match(
    (await nell.get(`/papers/${id}/public-version`)).text,
    /can still be read in what is published/,
  )
  const page = await nell.get(`/papers/${id}/publish`)
  assert.match(page.text, /Version 1 prints what is taken out now, and is withdrawn/)
  const telling = await publishRead(nell, id, `The price of ${SECRET.toLowerCase()} was taken out.`)
  assert.match(telling.text, /it says what is redacted at 8\.1: say it otherwise/)
  assert.equal((await publishRead(nell, id, 'A price was taken out.')).status, 303)
  for (const path of ['/versions/1', '/versions/1/paper.docx', '/versions/1/paper.odt']) {
    const { response, text } = await t.asNobody.get(`${AT}11${path}`)
    assert.equal(response.status, 410, path)
    assert.ok(!text.includes('Harbourside'), path)
  }
  assert.match((await t.asNobody.get(`${AT}11/versions/1`)).text, /taken out of version 2/)
  assert.match((await t.asNobody.get(`${AT}11`)).text, /Version 1<\/a>, [^<]* \(withdrawn\)/)
  const told = await nell.post(`/papers/${id}/withdraw`, { because: `It said that ${SECRET}` })
  assert.match(told.text, /say it otherwise/)
})

test('what changed since it was read is not published, and two people publish one version', async () => {
  const id = await startSmallPaper(nell, `Bids came. ${SECRET} for the year.`)
  await putOnAgenda(nell, meeting_id, 12, { paper_id: id })
  await signPaperOff(nell, craig, id)
  const block = await partThat(id, /Bids came/)
  const more = { ground: 'paragraph-3', because: 'The price is commercial' }
  await nell.post(`/papers/${id}/redactions/add`, { block, words: SECRET, ...more })
  const read = markRead((await nell.get(`/papers/${id}/publish`)).text)
  const lift = /action="(\/redactions\/[^"]+\/lift)"/.exec(
    (await nell.get(`/papers/${id}/public-version`)).text,
  )![1]!
  assert.equal((await craig.post(lift)).status, 303)
  const refused = await nell.post(`/papers/${id}/publish`, { read })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /has changed since you opened this page/)
  assert.equal(await standing('12'), 404)
  assert.equal((await nell.post(`/papers/${id}/publish`)).status, 422, 'nor what nobody read')
  const again = markRead((await nell.get(`/papers/${id}/publish`)).text)
  const both = await Promise.all(
    [nell, craig].map((who) => who.post(`/papers/${id}/publish`, { read: again })),
  )
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 422],
  )
  assert.equal(await standing('12/versions/2'), 404)
})

test('who is not in the team that published a paper is told that nothing was withdrawn', async () => {
  const id = await startSmallPaper(nell, `Bids came. ${SECRET} for the year.`)
  await putOnAgenda(nell, meeting_id, 13, { paper_id: id })
  const second = await nell.act(async (ctx) => {
    const { organisation_id } = ctx.actor
    const team = { organisation_id, code: 'second', name: 'Second office', kind: 'office' as const }
    const added = ctx.db.insertInto('access.team').values(team).returning('team_id')
    const { team_id } = await added.executeTakeFirstOrThrow()
    await ctx.db.updateTable('papers.paper').set({ given_to: team_id }).where('paper_id', '=', id).execute()
    return team_id
  })
  await signPaperOff(nell, craig, id)
  assert.equal((await publishRead(nell, id)).status, 303)
  const withdrawing = t.act(
    { ...nell.actor, team_ids: [second] },
    { visit_id: newId(), query: {} },
    (ctx: Ctx) => withdrawPublication(ctx, id, { version: null, because: 'x' }),
  )
  await assert.rejects(withdrawing, /Another team of the office published this paper/)
  assert.equal(await standing('13'), 200)
})
