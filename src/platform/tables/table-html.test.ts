import { test } from 'node:test'
import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { CellError } from './cell.ts'
import { tableHtml } from './table-html.ts'
import { defineTable } from './table.ts'
import { sampleRow, sampleTable } from './tables-cast.ts'
import type { Sample } from './tables-cast.ts'

const row: Sample = {
  name: 'Bassetlaw',
  note: '<script>alert(1)</script>',
  count: 16707,
  share: '[c]',
  spend: '655285.5',
  opened_on: '2026-07-01',
  seen_at: new Date('2026-07-01T09:00:00Z'),
  open: false,
}

test('a table on a page reads as people read, with what its symbols mean', () => {
  const page = String(tableHtml(sampleTable, [row], { without: ['spend'] }))
  for (const words of [
    '16,707',
    '1 July 2026',
    '1 July 2026 at 10am',
    'No',
    '[c] means confidential.',
    '&lt;script&gt;',
  ])
    assert.ok(page.includes(words), words)
  assert.ok(!page.includes('not available'), 'a symbol no row uses is not explained')
  assert.ok(!page.includes('655,285') && !page.includes('Spend'))
  assert.match(page, /<th scope="row"[^>]*>Bassetlaw/)
  assert.match(page, /<td class="[^"]*--numeric"[^>]*>16,707/)
  assert.match(String(tableHtml(sampleTable, [], { empty: 'No samples yet.' })), /No samples yet\./)
  assert.throws(() => tableHtml(sampleTable, [{ ...row, count: 1.5 }]), CellError)
})

test('an address becomes a link only when it can do no harm', () => {
  const table = defineTable<{ site: string }>({
    name: 'sites',
    title: 'Sites',
    columns: [{ name: 'site', title: 'Site', type: 'url' }],
  })
  const page = (site: string) => String(tableHtml(table, [{ site }]))
  assert.match(
    page('https://example.org/a?b=1&c=2'),
    /<a class="govuk-link" href="https:\/\/example.org\/a\?b=1&amp;c=2">/,
  )
  for (const harm of [
    'javascript:alert(1)',
    ' javascript:x',
    'java\tscript:x',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
  ])
    assert.doesNotMatch(page(harm), /<a /, harm)
  assert.match(
    String(tableHtml(sampleTable, [row], { linkTo: (_, name) => (name === 'count' ? '/behind' : null) })),
    /<a class="govuk-link" href="\/behind">16,707<\/a>/,
  )
})

test('whatever the fields hold, it is shown as text', () => {
  fc.assert(
    fc.property(fc.array(sampleRow, { minLength: 1, maxLength: 4 }), (rows) => {
      const page = String(tableHtml(sampleTable, rows))
      const text = page.replaceAll(
        /<\/?(?:table|caption|thead|tbody|tr|th|td|div|p)(?: [a-z-]+="[^"<>]*")*>/g,
        '',
      )
      assert.doesNotMatch(text, /[<>]|[\p{Bidi_Control}\u200B]/u)
    }),
  )
})
