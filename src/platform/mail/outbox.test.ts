// Anyone sees the demonstration's outbox: it shows what went to invented addresses, and nobody's own address or keys.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Frame } from '../design-system/index.ts'
import type { Kept } from './deliver-to-folder.ts'
import { keptPage, outboxPage } from './outbox.page.ts'

const origin = 'http://localhost'
const key = 'c2VjcmV0LXRva2Vu'
const letterTo = (to: string): Kept => ({
  message_id: '01a20152-c3f2-75ee-8ccf-67d5e238bfd3',
  to,
  subject: 'Confirm that you want to follow',
  text: `To confirm:\n\n${origin}/published/somewhere/follow/confirm/${key}`,
  stop_url: `${origin}/published/somewhere/follow/stop/${key}`,
  headers: { 'List-Unsubscribe': `<${origin}/published/somewhere/follow/stop/${key}>` },
  left_at: '2026-11-02T09:00:00Z',
})
const shown = (kept: Kept) =>
  [outboxPage([kept]), keptPage(kept, origin)]
    .flatMap(({ title, body }) => [title, body({} as Frame).toString()])
    .join('\n')

test('a message to an invented address is shown in full', () => {
  const text = shown(letterTo('reader@example.org'))
  for (const part of ['reader@example.org', `/follow/confirm/${key}`, 'List-Unsubscribe'])
    assert.ok(text.includes(part), part)
})

test('of a message to any other address neither it nor a key is shown', () => {
  for (const to of ['rosa@mail.test', 'rosa@example.org.test', 'rosa@notexample.org']) {
    const text = shown(letterTo(to))
    assert.match(text, /Confirm that you want to follow/)
    assert.match(text, /An address that is not shown/)
    for (const part of ['rosa', key]) assert.ok(!text.includes(part), `${to}: ${part}`)
  }
})
