import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { text } from 'node:stream/consumers'
import { receiveUpload } from './receive-upload.ts'

// A temporary folder of its own: other tests receive files, too.
const folder = mkdtempSync(join(tmpdir(), 'waymark-test-uploads-'))
process.env.TMPDIR = folder
after(() => rmSync(folder, { recursive: true, force: true }))

const BOUNDARY = 'a-boundary'
const part = (disposition: string, content: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}`
const request = (body: string) =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  })
const whole = `${part('name="token"', 'x')}\r\n${part('name="file"; filename="a.csv"', 'one,two')}\r\n--${BOUNDARY}--\r\n`

test('a form and its file come as they were sent', async () => {
  const { fields, file, discard } = await receiveUpload(request(whole), ({ token }) => token === 'x')
  assert.deepEqual(fields, { token: 'x' })
  assert.ok(file)
  assert.equal(file.file_name, 'a.csv')
  assert.equal(await text(file.open()), 'one,two')
  await discard()
})

test('a sender who breaks off in the middle of a file is refused, leaves nothing behind, and ends nothing else', async () => {
  let ended = 0
  const seen = () => (ended += 1)
  process.on('unhandledRejection', seen)
  for (const cut of [whole.length - 30, whole.indexOf('one,two') + 3])
    await assert.rejects(receiveUpload(request(whole.slice(0, cut)), () => true))
  await new Promise((done) => setImmediate(done))
  process.off('unhandledRejection', seen)
  assert.equal(ended, 0)
  assert.deepEqual(readdirSync(folder), [])
})
