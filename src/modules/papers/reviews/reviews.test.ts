// From draft to sign-off: comments on paragraphs are answered, a second person signs, a paper is returned with a reason.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idIn, testApp } from '../../../testing/cast.ts'
import { signPaperRead, startSmallPaper } from '../../../testing/publication-cast.ts'

const t = await testApp()
const nell = await t.as('Nell Wainwright')
const nadia = await t.as('Nadia Whelan')
const craig = await t.as('Craig Galloway')
const ruth = await t.as('Ruth Adeyemi')
const paper_id = await startSmallPaper(nell, 'The service moved to new premises.')
const at = `/papers/${paper_id}`
const paragraph = async (words: RegExp): Promise<string> => {
  const { text } = await nadia.get(`${at}/review`)
  return [...text.matchAll(/<option value="(\d+)">([^<]*)</g)].find(([, , said]) => words.test(said!))![1]!
}

test('a draft is signed by nobody and commented on by nobody', async () => {
  assert.match((await craig.post(`${at}/sign-off`)).text, /reviewed first/)
  assert.match((await nell.post(`${at}/send-for-sign-off`)).text, /Send it for review first/)
  assert.match(
    (await nadia.post(`${at}/review`, { place: '1', words: 'X' })).text,
    /not sent this paper for review/,
  )
})

test('a reviewer comments on one paragraph, and sign-off waits for the answer', async () => {
  assert.equal((await nell.post(`${at}/send-for-review`)).status, 303)
  assert.match((await nell.get(at)).text, /In review/)
  const place = await paragraph(/new premises/)
  assert.equal((await nadia.post(`${at}/review`, { place, words: 'Since when?' })).status, 303)
  assert.match((await nadia.post(`${at}/review`, { place: '9999', words: 'X' })).text, /Select the paragraph/)
  const waiting = await nell.post(`${at}/send-for-sign-off`)
  assert.equal(waiting.status, 422)
  assert.match(waiting.text, /Answer the comment on 8\.\d first/)
  const { text } = await nell.get(`${at}/review`)
  assert.match(text, /The service moved to new premises\./)
  assert.match(text, /Nadia Whelan/)
  const comment = idIn(/href="\/papers\/[^"]+\/comments\/([^"]+)"/.exec(text)![1]!)
  assert.equal((await nell.post(`${at}/sections/8`, { words: 'The service moved in May.' })).status, 303)
  assert.equal((await nell.post(`${at}/comments/${comment}`, { words: 'Said now: in May.' })).status, 303)
  assert.match((await nadia.get(`${at}/review`)).text, /Said now: in May\./)
  assert.equal((await nell.post(`${at}/send-for-sign-off`)).status, 303)
})

test('while it waits for sign-off its words stay as they are; returned, it says what has to change', async () => {
  assert.match((await nell.post(`${at}/sections/8`, { words: 'Else' })).text, /waits for sign-off/)
  assert.match((await nell.post(`${at}/return`, { reason: 'X' })).text, /a second person/)
  assert.match((await craig.post(`${at}/return`, { reason: '' })).text, /Enter what has to change/)
  assert.equal((await craig.post(`${at}/return`, { reason: 'Say what the move cost.' })).status, 303)
  const { text } = await nell.get(at)
  assert.match(text, /Returned by Craig Galloway/)
  assert.match(text, /Say what the move cost\./)
  assert.equal((await nell.post(`${at}/sections/8`, { words: 'The move cost nothing.' })).status, 303)
  for (const step of ['send-for-review', 'send-for-sign-off'])
    assert.equal((await nell.post(`${at}/${step}`)).status, 303)
  assert.equal((await signPaperRead(craig, paper_id)).status, 303)
  assert.match((await nadia.post(`${at}/review`, { place: '1', words: 'X' })).text, /signed off/)
})

test('a provider’s paper is returned to it with the office’s comment, and given again', async () => {
  const provider = await startSmallPaper(ruth, 'Words of the service.')
  assert.equal((await ruth.post(`/papers/${provider}/submit`)).status, 303)
  assert.match((await craig.get('/papers')).text, /Waiting for sign-off/)
  const { text } = await nell.get(`/papers/${provider}/review`)
  const place = [...text.matchAll(/<option value="(\d+)">([^<]*)</g)].find(([, , said]) =>
    /Words of/.test(said!),
  )![1]!
  assert.equal((await nell.post(`/papers/${provider}/review`, { place, words: 'How many?' })).status, 303)
  assert.equal((await nell.post(`/papers/${provider}/return`, { reason: 'Give numbers.' })).status, 303)
  assert.match((await ruth.get(`/papers/${provider}/review`)).text, /How many\?/)
  assert.match((await ruth.get(`/papers/${provider}`)).text, /Give numbers\./)
  assert.equal((await ruth.post(`/papers/${provider}/submit`)).status, 303)
  const joan = await t.as('Joan Whitlock')
  assert.equal((await joan.get(`/papers/${provider}/review`)).status, 404)
})
