// The button that sends a file: what is read, what is refused with what sentence, and that nothing typed is lost by it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { Document, FootnoteReferenceRun, Packer, Paragraph, TextRun } from 'docx'
import { zipSync } from 'fflate'
import { convertWithLibreOffice, withoutLibreOffice } from '#platform/open-document/libreoffice.ts'
import { idIn, testApp } from '../../../testing/cast.ts'
import { wordsOf } from '../../../testing/visitor.ts'
import { getImport } from './keep-import.ts'
import { readPaperFile } from './files/read-paper-file.ts'
import { readPlanText } from './reading/read-plan-text.ts'
import { LARGEST_PAPER } from './files/what-file-is-it.ts'

const t = await testApp()
const nell = await t.as('Nell Wainwright')
const paper = (theme: number) =>
  readFileSync(join(import.meta.dirname, 'papers', `notts-2020-theme-${theme}.txt`), 'utf8')
const bytes = (text: string) => new TextEncoder().encode(text)

/** Sends the form as a browser does, its fields in the order of the page. */
async function send(file: Uint8Array, name = 'paper.docx', text = '') {
  const form = (await nell.get('/plan-imports/start')).text
  const body = new FormData()
  body.append('_csrf', /name="_csrf" value="([^"]+)"/.exec(form)![1]!)
  body.append('name', 'Theme 2 by file')
  body.append('file', new File([new Uint8Array(file)], name))
  body.append('text', text)
  return t.app.request('/plan-imports/start', {
    method: 'POST',
    body,
    headers: { cookie: nell.cookie, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
  })
}

test('a Word file made from the text of a paper reads as the text does', async (one) => {
  if (withoutLibreOffice('writer')) return one.skip('LibreOffice is not on this machine')
  for (const theme of [1, 2]) {
    const made = await convertWithLibreOffice(bytes(`\uFEFF${paper(theme)}`), 'paper.txt', 'docx')
    const file = made.get('paper.docx')!
    // Lines are numbered anew: Word keeps an empty one after each.
    const bare = (text: string) =>
      readPlanText(text).deliverables.map(({ number, owners, words, status, updates }) => [
        number,
        owners,
        words,
        status,
        ...updates.map((update) => [update.dated_on, update.author, update.words]),
      ])
    assert.deepEqual(bare(readPaperFile(file)), bare(paper(theme)))
    if (theme === 1) continue
    const sent = await send(file)
    assert.equal(sent.status, 303)
    assert.match(
      wordsOf((await nell.get(sent.headers.get('location')!)).text),
      /15 deliverables .*Further embed the new Victim CARE model/,
    )
  }
})

test('a text file is taken as if it had been pasted', async () => {
  const sent = await send(bytes(paper(1)), 'paper.txt')
  assert.equal(sent.status, 303)
  const review = await nell.act((ctx) => getImport(ctx, idIn(sent.headers.get('location'))))
  assert.equal(review.source_text, paper(1))
})

test('a footnote in a Word file goes to what it explains, numbered in its order', async () => {
  const file = new Document({
    footnotes: { 7: { children: [new Paragraph('A form of crime.')] } },
    sections: [
      {
        children: [
          new Paragraph('1\tKD\tTackle cuckooing\tG'),
          new Paragraph({
            children: [
              new TextRun('Update 9.10.20: Cuckooing'),
              new FootnoteReferenceRun(7),
              new TextRun(' fell.'),
            ],
          }),
        ],
      },
    ],
  })
  const read = readPlanText(readPaperFile(await Packer.toBuffer(file)))
  assert.match(read.deliverables[0]!.updates[0]!.words, /^Cuckooing¹ fell\.\n\n¹ A form of crime\.$/)
})

test('what is no Word file is told by what it is, with what to do, and what was typed stays', async () => {
  const empty = new Uint8Array()
  const pack = (name: string) => zipSync({ [name]: bytes('<x/>') })
  for (const [file, says] of [
    [bytes('%PDF-1.7 …'), /This is a PDF.* paste it below/],
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d]), /This is a picture of a page/],
    [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /older kind \(\.doc\), or one with a password/],
    [bytes(String.raw`{\rtf1 x}`), /rich text file/],
    [pack('xl/workbook.xml'), /This is a spreadsheet/],
    [pack('content.xml'), /This is an OpenDocument file/],
    [pack('word/document.xml'), /This file is damaged/],
    [pack('other'), /could not be read as a Word document/],
    [new Uint8Array([1, 2, 3, 0]), /could not be read as a Word document/],
    [bytes('Dear all, see attached.'), /Nothing that is to be delivered was found/],
    [new Uint8Array(LARGEST_PAPER + 1).fill(0x50), /larger than 20 MB/],
  ] as const) {
    const sent = await send(file, 'paper.docx', 'typed below')
    const page = await sent.text()
    assert.equal(sent.status, 422)
    assert.match(wordsOf(page), says)
    assert.match(page, /value="Theme 2 by file"/)
    assert.match(page, />typed below<\/textarea>/)
    assert.match(page, /href="#file"/, 'the summary leads to the file')
  }
  // An empty file is what a browser sends when none was chosen: the text counts.
  const none = await send(empty, '', paper(2))
  assert.equal(none.status, 303)
  assert.match(wordsOf(await (await send(empty)).text()), /The file is empty/)
})

test('a form without its token is refused before its file is kept', async () => {
  const body = new FormData()
  body.append('_csrf', 'x')
  body.append('file', new File([bytes('x')], 'x.docx'))
  const sent = await t.app.request('/plan-imports/start', {
    method: 'POST',
    body,
    headers: { cookie: nell.cookie, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
  })
  assert.equal(sent.status, 403)
})
