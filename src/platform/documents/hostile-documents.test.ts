import { test } from 'node:test'
import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { barChart } from '#platform/charts/chart.ts'
import { defineTable } from '#platform/tables/table.ts'
import { hostileText } from '#platform/tables/tables-cast.ts'
import { visibleText } from '#platform/words/visible-text.ts'
import { elementsNamed, readXml } from '#platform/xml/read-xml.ts'
import type { XmlElement } from '#platform/xml/read-xml.ts'
import { documentHtml } from './document-html.ts'
import type { Document } from './document.ts'
import { pixel } from './documents-cast.ts'
import { docxFile } from './docx.ts'
import { odtFile } from './odt.ts'
import { columnsAcross } from './read-docx.ts'

const chartTable = defineTable<{ label: string; value: number }>({
  name: 'places',
  title: 'Places',
  columns: [
    { name: 'label', title: 'Place', type: 'text' },
    { name: 'value', title: 'Value', type: 'integer' },
  ],
})

/** A document with the same hostile text in every place that text can be. */
function documentOf(text: string): Document {
  const title = `T ${text}`
  return {
    title,
    language: 'en-GB',
    author: text,
    as_at: new Date('2026-07-01T09:00:00Z'),
    front_sheet: [{ label: text, value: [{ text, href: text }] }],
    figures_title: text,
    figures: [
      { id: text, name: text, value: text, definition: text, period: text, n: text, as_at: text, href: text },
    ],
    blocks: [
      { kind: 'heading', level: 1, text, number: text },
      {
        kind: 'paragraph',
        text: [text, { text, bold: true, href: `javascript:${text}` }, { figure: text, text, href: text }],
        number: text,
      },
      { kind: 'paragraph', text: `BEGIN${text}END` },
      { kind: 'bullets', items: [text, [{ text, href: `https://example.org/?q=${text}` }]] },
      { kind: 'note', text },
      {
        kind: 'table',
        caption: title,
        columns: [{ title: text }, { title: text, numeric: true }],
        rows: [[text, text]],
      },
      {
        kind: 'chart',
        chart: barChart(chartTable, [{ label: text, value: 3 }], {
          label: 'label',
          value: 'value',
          title,
          id: text,
        }),
      },
      { kind: 'image', alt: title, src: '/x.png', png: pixel, width: 10, height: 10 },
    ],
  }
}

const partsOf = (file: Uint8Array): [string, XmlElement][] =>
  Object.entries(unzipSync(file))
    .filter(([path]) => /\.(xml|rels|svg)$/.test(path))
    .map(([path, bytes]) => [path, readXml(strFromU8(bytes))])

/** The words of a paragraph as read, tabs and line breaks (elements in both formats) as themselves. */
function read(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child
      if (child.name === 'w:br' || child.name === 'text:line-break') return '\n'
      if (child.name === 'w:tab' || child.name === 'text:tab') return '\t'
      if (child.name === 'text:s') return ' '.repeat(Number(child.attributes['text:c'] ?? 1))
      return read(child)
    })
    .join('')
}

const paragraphNamed = (parts: [string, XmlElement][], path: string, name: string): string[] =>
  parts.filter(([each]) => each === path).flatMap(([, root]) => elementsNamed(root, name).map(read))

test('whatever text is in whatever place: every file is whole and shows it as text', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      const document = documentOf(text)
      const docx = partsOf(await docxFile(document, { site: 'https://waymark.example.org' }))
      const odt = partsOf(await odtFile(document, { site: 'https://waymark.example.org' }))
      const shown = `BEGIN${visibleText(text)}END`
      assert.ok(paragraphNamed(docx, 'word/document.xml', 'w:p').includes(shown))
      assert.ok(paragraphNamed(odt, 'content.xml', 'text:p').includes(shown))
      for (const [path, root] of [...docx, ...odt]) {
        for (const { attributes } of [
          ...elementsNamed(root, 'text:a'),
          ...elementsNamed(root, 'Relationship'),
        ])
          assert.doesNotMatch(
            attributes['xlink:href'] ?? attributes['Target'] ?? '',
            /^\s*(javascript|data|vbscript):/i,
            path,
          )
        assert.equal(elementsNamed(root, 'f').length, 0, 'a formula in a chart’s workbook')
      }
    }),
    { numRuns: 60, examples: [['\uFFFE'], ['"><w:p/>'], ['\uD800']] },
  )
})

test('a page of it holds no mark-up but its own, and no hidden character', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const page = String(documentHtml(documentOf(text)))
      const words = page.replaceAll(/<\/?[a-z][a-z0-9]*(?: [a-zA-Z:-]+="[^"<>]*")*\/?>/g, '')
      assert.doesNotMatch(words, /[<>]|[\p{Bidi_Control}\u200B]/u)
      assert.doesNotMatch(page, /href="\s*(?:javascript|data|vbscript):/i)
      assert.doesNotMatch(page, /<[^>]* on[a-z]+=/i)
      assert.ok(page.includes('BEGIN'))
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      assert.equal(new Set(ids).size, ids.length)
    }),
    { numRuns: 200 },
  )
})

test('a cell that claims millions of columns is as wide as a table can be', () => {
  for (const claimed of ['30000000', '1e9', '-4', '2.7', 'NaN', '']) {
    const across = columnsAcross(claimed)
    assert.ok(Number.isInteger(across) && across >= 1 && across <= 63, claimed)
  }
  assert.equal(columnsAcross(undefined), 1)
  assert.equal(columnsAcross('3'), 3)
})
