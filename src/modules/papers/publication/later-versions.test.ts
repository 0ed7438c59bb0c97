// What is published later brings nothing back: neither what an earlier paper keeps from the public, nor a version that was withdrawn.
import assert from 'node:assert/strict'
import { test } from 'node:test'
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
