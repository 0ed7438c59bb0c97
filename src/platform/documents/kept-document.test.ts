// A document that was kept as JSON reads as it did: a signed or published paper is one.
import assert from 'node:assert/strict'
import test from 'node:test'
import { documentHtml } from './document-html.ts'
import { docxFile } from './docx.ts'
import type { Document } from './document.ts'
import { charts } from './documents-cast.ts'

const report: Document = {
  title: 'Visits',
  language: 'en-GB',
  as_at: new Date('2026-07-01T09:00:00Z'),
  blocks: Object.values(charts).map((chart) => ({ kind: 'chart', chart })),
}
const kept = (document: Document): Document => ({
  ...(JSON.parse(JSON.stringify(document)) as Document),
  as_at: document.as_at,
})

test('every chart that was kept still has its table', async () => {
  const html = documentHtml(kept(report)).toString()
  assert.ok(!html.includes('&lt;'), 'markup is shown as text')
  assert.equal(html.match(/<table/g)?.length, Object.keys(charts).length)
  for (const chart of Object.values(charts))
    for (const cell of chart.words.rows.flat()) assert.ok(html.includes(cell), cell)
  assert.deepEqual(await docxFile(kept(report)), await docxFile(report))
})

test('what was kept becomes no markup', () => {
  const { bar } = charts
  const hostile = { ...bar, table: '<script>alert(1)</script>' as never }
  const html = documentHtml({ ...report, blocks: [{ kind: 'chart', chart: hostile }] }).toString()
  assert.ok(!html.includes('<script>'))
})
