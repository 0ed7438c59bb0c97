// Whoever signs a paper signs what they read, and nothing that they wrote or sent.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { idIn, testApp } from '../../../testing/cast.ts'
import { markRead, signPaperRead, startSmallPaper } from '../../../testing/publication-cast.ts'
import { writeSection } from '../drafts/write-section.ts'
import { sendForSignOff } from '../reviews/take-step.ts'
import { readToSign, signPaper } from './sign-paper.ts'

const t = await testApp()
const nell = await t.as('Nell Wainwright')
const nadia = await t.as('Nadia Whelan')
const craig = await t.as('Craig Galloway')

const send = async (paper_id: string, ...steps: string[]) => {
  for (const step of steps) assert.equal((await nell.post(`/papers/${paper_id}/${step}`)).status, 303, step)
}
const FOR_SIGNATURE = ['send-for-review', 'send-for-sign-off']

test('a paper that changed since it was opened is not signed until it is read again', async () => {
  const paper_id = await startSmallPaper(nell, 'The price is ten pounds.')
  const at = `/papers/${paper_id}`
  await send(paper_id, ...FOR_SIGNATURE)
  const read = markRead((await craig.get(at)).text)
  assert.ok(read)
  assert.equal(markRead((await craig.get(at)).text), read, 'the time it is opened changes nothing')
  assert.equal((await nadia.post(`${at}/return`, { reason: 'Is it ten?' })).status, 303)
  assert.equal((await nell.post(`${at}/sections/8`, { words: 'The price is a hundred pounds.' })).status, 303)
  await send(paper_id, ...FOR_SIGNATURE)
  for (const stale of [{ read }, { read: '' }]) {
    const refused = await craig.post(`${at}/sign-off`, stale)
    assert.equal(refused.status, 422)
    assert.match(refused.text, /has changed since you opened it: read it again/)
    assert.ok(refused.text.includes(`href="${at}/checks"`), 'leads to where it is put right')
  }
  assert.equal((await signPaperRead(craig, paper_id)).status, 303)
})

test('whoever wrote a section does not sign, also when somebody else saves it as it is', async () => {
  const paper_id = await startSmallPaper(nell, 'Words of the analyst.')
  await craig.act((ctx) => writeSection(ctx, paper_id, '8', 'Words of the signatory.'))
  await nell.post(`/papers/${paper_id}/sections/8`, { words: 'Words of the signatory.' })
  await send(paper_id, ...FOR_SIGNATURE)
  assert.match((await signPaperRead(craig, paper_id)).text, /a second person: you wrote section 8/)
  await nadia.post(`/papers/${paper_id}/return`, { reason: 'Write it yourself.' })
  await nell.post(`/papers/${paper_id}/sections/8`, { words: 'Words of the analyst again.' })
  await send(paper_id, ...FOR_SIGNATURE)
  assert.equal((await signPaperRead(craig, paper_id)).status, 303)
})

test('whoever wrote a section does not sign it in a correction either, whoever begins that', async () => {
  const paper_id = await startSmallPaper(nell, 'Words of the analyst.')
  await craig.act((ctx) => writeSection(ctx, paper_id, '8', 'Words of the signatory.'))
  await send(paper_id, ...FOR_SIGNATURE)
  await nadia.act(async (ctx) => signPaper(ctx, paper_id, await readToSign(ctx, paper_id)))
  const correction = idIn((await nell.post(`/papers/${paper_id}/correct`, { because: 'A figure.' })).location)
  await send(correction, ...FOR_SIGNATURE)
  assert.match((await signPaperRead(craig, correction)).text, /a second person: you wrote section 8/)
})

test('a comment that nobody answered keeps a paper from being signed, also one that came after it was sent', async () => {
  const paper_id = await startSmallPaper(nell, 'Words of the service.')
  await send(paper_id, ...FOR_SIGNATURE)
  const { text } = await nadia.get(`/papers/${paper_id}/review`)
  const [, place = ''] = [...text.matchAll(/<option value="(\d+)">([^<]*)</g)].find(([, , words]) =>
    /Words of/.test(words!),
  )!
  await nadia.post(`/papers/${paper_id}/review`, { place, words: 'Which service?' })
  assert.match((await signPaperRead(craig, paper_id)).text, /Nobody has answered the comment on 8\.1/)
  const comment = /comments\/([0-9a-f-]{36})/.exec((await nell.get(`/papers/${paper_id}/review`)).text)![1]!
  await nell.post(`/papers/${paper_id}/comments/${comment}`, { words: 'Ours.' })
  assert.equal((await signPaperRead(craig, paper_id)).status, 303)
})

test('whoever sent a paper for sign-off does not sign it', async () => {
  const paper_id = await startSmallPaper(nell, 'Words of the service.')
  await send(paper_id, 'send-for-review')
  await craig.act((ctx) => sendForSignOff(ctx, paper_id))
  assert.match((await signPaperRead(craig, paper_id)).text, /a second person: you sent this one/)
})

test('a paper whose words are being saved is sent on once they are', async () => {
  const paper_id = await startSmallPaper(nell, 'Words of the service.')
  await send(paper_id, 'send-for-review')
  let sent: Promise<unknown> = Promise.resolve()
  const first = await nell.act(async (ctx) => {
    await writeSection(ctx, paper_id, '8', 'Words at the last moment.')
    sent = nell.act((other) => sendForSignOff(other, paper_id))
    const isWaiting = async () => {
      for (;;) {
        const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`.execute(ctx.db)
        if (rows.length > 0) return 'waits'
        if (over) return 'over'
      }
    }
    let over = false
    void sent.then(() => (over = true))
    return isWaiting()
  })
  assert.equal(first, 'waits')
  await sent
  assert.match(
    (await nell.post(`/papers/${paper_id}/sections/8`, { words: 'Else' })).text,
    /waits for sign-off/,
  )
})
