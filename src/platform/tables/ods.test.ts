import { test } from 'node:test'
import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { convertWithLibreOffice, withoutLibreOffice } from '#platform/open-document/libreoffice.ts'
import { visibleText } from '#platform/words/visible-text.ts'
import { elementsNamed, readXml, textWithin } from '#platform/xml/read-xml.ts'
import type { XmlElement } from '#platform/xml/read-xml.ts'
import { csvStream } from './csv.ts'
import { odsFile, sheet } from './ods.ts'
import type { Workbook } from './ods.ts'
import { columnLetters } from './ods-parts/sheet.ts'
import { sheetName } from './ods-parts/sheet-name.ts'
import { hostileText, sampleRow, sampleTable } from './tables-cast.ts'
import type { Sample } from './tables-cast.ts'

const asAt = new Date('2026-07-01T09:00:00Z')
const workbook = (rows: readonly Sample[], more: Partial<Workbook> = {}): Workbook => ({
  title: 'A workbook',
  cover: ['Made for a test.', 'January to March 2026'],
  asAt,
  sheets: [sheet(sampleTable, rows)],
  ...more,
})
const rowsOfSize = (size: number): Sample[] =>
  Array.from({ length: size }, (_, index) => ({
    name: `Row ${index + 1}`,
    note: index === 0 ? '=HYPERLINK("http://example.org")' : 'two\nlines & more',
    count: 16707 + index,
    share: index === 0 ? '[c]' : '98.3',
    spend: '1234.50',
    opened_on: '2026-07-01',
    seen_at: asAt,
    open: true,
  }))

const contentOf = (file: Uint8Array): XmlElement =>
  readXml(strFromU8(unzipSync(file)['content.xml'] ?? new Uint8Array()))
const sheetsOf = (file: Uint8Array): XmlElement[] => elementsNamed(contentOf(file), 'table:table')

/** A cell's text as a reader sees it: spaces, tabs and lines written as elements come back as themselves. */
function cellText(cell: XmlElement): string {
  const plain = (element: XmlElement): string =>
    element.children
      .map((child) => {
        if (typeof child === 'string') return child
        if (child.name === 'text:s') return ' '.repeat(Number(child.attributes['text:c'] ?? 1))
        return child.name === 'text:tab' ? '\t' : plain(child)
      })
      .join('')
  return elementsNamed(cell, 'text:p').map(plain).join('\n')
}

test('a workbook is cover, contents, notes and one table a sheet from A1 downward', async () => {
  const sheets = sheetsOf(await odsFile(workbook(rowsOfSize(2))))
  assert.deepEqual(
    sheets.map(({ attributes }) => attributes['table:name']),
    ['Cover', 'Contents', 'Notes', 'Samples'],
  )
  const [cover, contents, notes, samples] = sheets.map((each) =>
    elementsNamed(each, 'table:table-row').map((row) => elementsNamed(row, 'table:table-cell').map(cellText)),
  )
  assert.deepEqual(cover, [['A workbook'], ['Made for a test.'], ['January to March 2026']])
  assert.deepEqual(contents?.slice(1), [
    ['This worksheet contains one table.'],
    ['Worksheet', 'What is on it'],
    ['Notes', 'Notes and symbols'],
    ['Samples', 'Samples [note 1]'],
  ])
  assert.deepEqual(notes?.slice(3), [
    ['[note 1]', 'Made up for a test.'],
    ['[note 2]', 'Of those asked.'],
    ['[c]', 'confidential'],
    ['[x]', 'not available'],
  ])
  assert.deepEqual(samples?.slice(0, 3), [
    ['Samples [note 1]'],
    ['This worksheet contains one table. Notes and symbols are explained on the Notes worksheet.'],
    ['Name', 'Note', 'How many', 'Share [note 2] [note 1]', 'Spend', 'Opened on', 'Seen at', 'Open'],
  ])
  assert.equal(samples?.length, 5)
})

test('heading rows are tagged, ranges named, nothing merged, numbers are numbers', async () => {
  const file = await odsFile(workbook(rowsOfSize(3)))
  const content = contentOf(file)
  assert.equal(elementsNamed(content, 'table:table-header-rows').length, 3)
  assert.equal(elementsNamed(content, 'table:covered-table-cell').length, 0)
  assert.deepEqual(
    elementsNamed(content, 'table:database-range').map(
      (range) => range.attributes['table:target-range-address'],
    ),
    ["'Contents'.A3:'Contents'.B5", "'Notes'.A3:'Notes'.B7", "'Samples'.A3:'Samples'.H6"],
  )
  const row = elementsNamed(sheetsOf(file)[3]!, 'table:table-row')[3]!
  const kinds = elementsNamed(row, 'table:table-cell').map(({ attributes }) => [
    attributes['office:value-type'],
    attributes['office:value'] ?? attributes['office:date-value'] ?? attributes['office:boolean-value'],
  ])
  assert.deepEqual(kinds, [
    ['string', undefined],
    ['string', undefined],
    ['float', '16707'],
    ['string', undefined],
    ['float', '1234.50'],
    ['date', '2026-07-01'],
    ['date', '2026-07-01T10:00:00'],
    ['boolean', 'true'],
  ])
})

test('the same workbook is the same file, its media type first and stored plain', async () => {
  const file = await odsFile(workbook(rowsOfSize(5)))
  assert.deepEqual(await odsFile(workbook(rowsOfSize(5))), file)
  const head = Buffer.from(file.subarray(0, 84)).toString('latin1')
  assert.equal(head.slice(30), 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet')
})

test('whatever the fields hold, the file stays whole and shows it as text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sampleRow, { maxLength: 4 }),
      hostileText,
      hostileText,
      async (rows, title, line) => {
        const hostile = { ...sampleTable, title, notes: [line], symbols: { '[c]': line, '[x]': title } }
        const file = await odsFile({
          title,
          cover: [line],
          asAt,
          sheets: [sheet(hostile, rows), sheet(hostile, rows)],
        })
        for (const part of Object.values(unzipSync(file, { filter: ({ name }) => name.endsWith('.xml') })))
          readXml(strFromU8(part))
        const sheets = sheetsOf(file)
        assert.equal(new Set(sheets.map((each) => each.attributes['table:name']?.toLowerCase())).size, 5)
        const cells = elementsNamed(sheets[4]!, 'table:table-row')
          .slice(3)
          .map((row) => row.children.map((cell) => (typeof cell === 'string' ? cell : cellText(cell))))
        assert.deepEqual(
          cells.map(([name, note]) => [name, note]),
          rows.map(({ name, note }) => [visibleText(name), visibleText(note ?? '')]),
        )
        assert.equal(
          elementsNamed(contentOf(file), 'table:table-cell').some(
            (cell) => 'table:formula' in cell.attributes,
          ),
          false,
        )
      },
    ),
    { numRuns: 40 },
  )
})

test('sheet names are short, allowed and different', () => {
  const taken = new Set(['cover'])
  assert.equal(sheetName('Cover', taken), 'Cover 2')
  assert.equal(sheetName('a/b:c*[d]?', taken), 'a b c d')
  assert.equal(sheetName("'quoted'", taken), 'quoted')
  assert.equal(sheetName('?', taken), 'Table')
  const long = 'Referrals received by district and quarter'
  assert.equal(sheetName(long, taken), 'Referrals received by district')
  assert.equal(sheetName(long, taken), 'Referrals received by dist 2')
  assert.deepEqual([0, 25, 26, 701, 702].map(columnLetters), ['A', 'Z', 'AA', 'ZZ', 'AAA'])
})

test('LibreOffice opens it and reads the same values', { skip: withoutLibreOffice('calc') }, async () => {
  const rows = rowsOfSize(300)
  const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,false,false,false,false,-1'
  const made = await convertWithLibreOffice(await odsFile(workbook(rows)), 'book.ods', csv)
  assert.deepEqual([...made.keys()].sort(), [
    'book-Contents.csv',
    'book-Cover.csv',
    'book-Notes.csv',
    'book-Samples.csv',
  ])
  const read = parse(made.get('book-Samples.csv')?.toString() ?? '', { relax_column_count: true }).slice(3)
  const ours = parse(await text(csvStream(sampleTable, rows))).slice(1)
  assert.equal(read.length, 300)
  for (const [index, record] of read.entries())
    assert.deepEqual(
      [record[0], record[2], record[3], Number(record[4])],
      [ours[index]?.[0], ours[index]?.[2], ours[index]?.[3], 1234.5],
    )
  assert.equal(read[0]?.[1], '=HYPERLINK("http://example.org")')
  assert.equal(read[1]?.[1], 'two\nlines & more')
  assert.match(textWithin(sheetsOf(await odsFile(workbook(rows)))[0]!), /A workbook/)
})
