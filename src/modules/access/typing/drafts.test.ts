import assert from 'node:assert/strict'
import test from 'node:test'
import { call, supportCast } from '../../../testing/support-cast.ts'

const s = await supportCast()
const { dan, lena } = s

test('what is typed comes back, to whoever typed it and nobody else, until it is saved', async () => {
  const at = await s.openCase()
  const note = `${at}/notes/add`
  const kept = await dan.post('/drafts', { _url: note, body: 'Half a <thought>' })
  assert.equal(kept.location, note)
  assert.match((await dan.get(note)).text, /Half a &lt;thought&gt;/)
  assert.match((await dan.get(note)).text, /This is what you typed on .* It is not saved yet/)
  assert.doesNotMatch((await lena.get(note)).text, /thought/)
  await dan.post('/drafts', { _url: note, body: 'A whole thought' })
  await dan.post(note, { body: 'A whole thought' })
  assert.doesNotMatch((await dan.get(note)).text, /thought<\/textarea>|This is what you typed/)
})

test('a call’s draft keeps every field; a refused form is not overwritten by it', async () => {
  const at = await s.openCase()
  const record = `${at}/contact-attempts/record`
  await dan.post('/drafts', { _url: record, ...call('reached', '2026-11-20', '09:45', { note: 'Drafted' }) })
  const page = (await dan.get(record)).text
  assert.match(page, /Drafted/)
  assert.match(page, /value="reached" checked/)
  const refused = await dan.post(record, call('', '2026-11-20', '09:45', { note: 'Typed after' }))
  assert.match(refused.text, /Typed after/)
  assert.doesNotMatch(refused.text, /Drafted/)
  await dan.post('/drafts/discard', { _url: record })
  assert.doesNotMatch((await dan.get(record)).text, /Drafted/)
})

test('a draft belongs to one of our own pages, and keeping one leads nowhere else', async () => {
  for (const _url of ['https://example.org/', '//example.org/a', '/cases?next=/x', ''])
    assert.equal((await dan.post('/drafts', { _url, body: 'x' })).status, 422)
  assert.equal((await dan.post('/drafts/discard', { _url: '//example.org' })).location, '/')
})

test('a draft leaves no trace in what is kept of changes', async () => {
  const changes = await dan.act((ctx) =>
    ctx.asAuditor((db) =>
      db.selectFrom('access.change').select('change_id').where('table_name', '=', 'access.draft').execute(),
    ),
  )
  assert.equal(changes.length, 0)
})
