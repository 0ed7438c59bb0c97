import { test } from 'node:test'
import assert from 'node:assert/strict'
import { strFromU8, unzipSync } from 'fflate'
import { convertWithLibreOffice, withoutLibreOffice } from '#platform/open-document/libreoffice.ts'
import { elementsNamed, readXml, textWithin } from '#platform/xml/read-xml.ts'
import type { XmlElement } from '#platform/xml/read-xml.ts'
import { documentHtml } from './document-html.ts'
import { checkDocument } from './document.ts'
import type { Block, Document } from './document.ts'
import { report } from './documents-cast.ts'
import { docxFile } from './docx.ts'
import { odtFile } from './odt.ts'

const site = 'https://waymark.example.org'
const partsOf = (file: Uint8Array): Map<string, XmlElement> =>
  new Map(
    Object.entries(unzipSync(file))
      .filter(([path]) => /\.(xml|rels|svg)$/.test(path))
      .map(([path, bytes]) => [path, readXml(strFromU8(bytes))]),
  )
const part = (parts: ReadonlyMap<string, XmlElement>, path: string): XmlElement => {
  const found = parts.get(path)
  assert.ok(found, path)
  return found
}
const values = (element: XmlElement, name: string, attribute: string): (string | undefined)[] =>
  elementsNamed(element, name).map(({ attributes }) => attributes[attribute])

const headings = report.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
const tables = 1 + 1 + 4 + 1 + 1

test('a .docx has true headings, marked heading rows, words for pictures, its language and title', async () => {
  const parts = partsOf(await docxFile(report, { site }))
  const body = part(parts, 'word/document.xml')
  const styled = elementsNamed(body, 'w:p').filter((paragraph) =>
    values(paragraph, 'w:pStyle', 'w:val').some((style) => style?.startsWith('Heading')),
  )
  assert.deepEqual(styled.map(textWithin), [...headings, 'Figures in this report'])
  assert.equal(elementsNamed(body, 'w:tbl').length, tables)
  assert.equal(elementsNamed(body, 'w:tblHeader').length, tables - 1, 'every table but the front sheet')
  assert.ok(elementsNamed(body, 'wp:docPr').every(({ attributes }) => attributes['descr']))
  assert.equal(elementsNamed(body, 'c:chart').length, 4)
  const [size] = elementsNamed(body, 'w:pgSz')
  assert.deepEqual([size?.attributes['w:w'], size?.attributes['w:h']], ['11906', '16838'])
  assert.deepEqual(values(part(parts, 'word/styles.xml'), 'w:lang', 'w:val')[0], 'en-GB')
  assert.equal(textWithin(elementsNamed(part(parts, 'docProps/core.xml'), 'dc:title')[0] ?? ''), report.title)
  assert.match(textWithin(part(parts, 'word/footer1.xml')), /Page PAGE of NUMPAGES/)
})

test('figures lead to their row in the list, links to their address, and nothing leads nowhere', async () => {
  const docx = partsOf(await docxFile(report, { site }))
  const body = part(docx, 'word/document.xml')
  const anchors = values(body, 'w:hyperlink', 'w:anchor').filter((anchor) => anchor !== undefined)
  assert.deepEqual(anchors, ['figure_1', 'figure_2'])
  assert.deepEqual(values(body, 'w:bookmarkStart', 'w:name'), anchors)
  const targets = values(part(docx, 'word/_rels/document.xml.rels'), 'Relationship', 'Target')
  for (const target of [
    'mailto:libraries@example.org',
    'https://libraries.example.org/list',
    `${site}/figures/visits`,
  ])
    assert.ok(targets.includes(target), target)
  const odt = part(partsOf(await odtFile(report, { site })), 'content.xml')
  const links = values(odt, 'text:a', 'xlink:href')
  assert.deepEqual(
    links.filter((href) => href?.startsWith('#')),
    ['#figure_1', '#figure_2'],
  )
  assert.deepEqual(values(odt, 'text:bookmark-start', 'text:name'), ['figure_1', 'figure_2'])
  const alone = part(partsOf(await odtFile(report)), 'content.xml')
  assert.ok(!values(alone, 'text:a', 'xlink:href').some((href) => href?.startsWith('/')))
})

test('bars in a .docx differ by pattern, and their figures can be opened', async () => {
  const parts = partsOf(await docxFile(report))
  const grouped = part(parts, 'word/charts/chart2.xml')
  assert.equal(elementsNamed(grouped, 'c:ser').length, 2)
  assert.equal(elementsNamed(grouped, 'a:pattFill').length, 1)
  assert.deepEqual(values(grouped, 'c:lang', 'val'), ['en-GB'])
  const workbook = unzipSync(await docxFile(report))['word/embeddings/Microsoft_Excel_Worksheet2.xlsx']
  assert.match(
    strFromU8(unzipSync(workbook ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array()),
    /16707/,
  )
})

test('an .odt has true headings, tagged heading rows and pictures with words', async () => {
  const parts = partsOf(await odtFile(report, { site }))
  const body = part(parts, 'content.xml')
  assert.deepEqual(values(body, 'text:h', 'text:outline-level').slice(0, 4), ['1', '1', '1', '2'])
  assert.equal(elementsNamed(body, 'table:table-header-rows').length, tables - 1)
  const frames = elementsNamed(body, 'draw:frame')
  assert.equal(frames.length, 5)
  for (const frame of frames) assert.notEqual(textWithin(elementsNamed(frame, 'svg:desc')[0] ?? ''), '')
  assert.equal(elementsNamed(part(parts, 'Pictures/picture_1.svg'), 'title').length, 1)
  assert.match(textWithin(part(parts, 'styles.xml')), /Page 1 of 1/)
})

test('the same document is the same file', async () => {
  assert.deepEqual(await docxFile(report, { site }), await docxFile(report, { site }))
  assert.deepEqual(await odtFile(report, { site }), await odtFile(report, { site }))
})

test('a page has headings in order, names of its own, and figures that lead to their definition', () => {
  const page = String(documentHtml(report))
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  for (const [, anchor = ''] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(anchor), anchor)
  assert.ok(ids.includes('paragraph-3.5') && ids.includes('figure_1'))
  assert.match(page, /<a class="govuk-link app-document__figure" href="\/figures\/visits">16,707<\/a>/)
  assert.deepEqual(
    [...page.matchAll(/<h(\d)/g)].slice(0, 5).map(([, level]) => level),
    ['1', '2', '2', '2', '2'],
  )
  assert.match(page, /<article class="app-document" lang="en-GB">/)
  assert.doesNotMatch(String(documentHtml(report, { withoutTitle: true })), /<h1/)
  assert.doesNotMatch(page, / style="/)
})

const refused = (change: Partial<Document>): void =>
  assert.throws(() => checkDocument({ ...report, ...change }), TypeError)

test('a document that could not be read by everyone is refused', () => {
  const block = (given: Block): void => refused({ blocks: [given] })
  refused({ title: ' ' })
  refused({ figures: [] })
  refused({ figures: [...(report.figures ?? []), ...(report.figures ?? [])] })
  block({ kind: 'heading', level: 2, text: 'Too deep' })
  block({ kind: 'table', caption: '', columns: [{ title: 'A' }], rows: [] })
  block({ kind: 'table', caption: 'A', columns: [{ title: 'A' }], rows: [['a', 'b']] })
  block({ kind: 'image', alt: ' ', src: '/x.png', png: new Uint8Array(), width: 1, height: 1 })
  checkDocument(report)
})

const numbers = report.blocks.flatMap((block) =>
  'number' in block && block.number !== undefined ? [block.number] : [],
)

for (const [kind, write] of [
  ['docx', docxFile],
  ['odt', odtFile],
] as const)
  test(
    `LibreOffice opens the .${kind} and prints its numbers, headings and figures`,
    { skip: withoutLibreOffice('writer') },
    async () => {
      const made = await convertWithLibreOffice(
        await write(report, { site }),
        `report.${kind}`,
        'txt:Text (encoded):UTF8',
      )
      const lines = (made.get('report.txt')?.toString() ?? '').split(/\r?\n/)
      const starts = lines.map((line) => /^\s*(\d+\.|\d+(?:\.\d+)+|A1)\s+\S/.exec(line)?.[1]).filter(Boolean)
      assert.deepEqual(starts, numbers)
      assert.ok(
        lines.some((line) =>
          line.includes('the libraries had 16,707 visits. Of those asked 98% were content.'),
        ),
      )
    },
  )
