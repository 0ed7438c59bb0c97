import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { cleanCell } from './clean-cell.ts'
import { openTable } from './open-table.ts'
import { partOfFormat, tableFormat, type TableFormat } from './table-format.ts'
import type { TableRow } from './table-rows.ts'

type Format = Partial<TableFormat>
async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function read(file: string | Uint8Array, format: Format = {}, size = 7) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const table = await openTable(inPieces(bytes, size), tableFormat.parse(format))
  const rows: TableRow[] = []
  for await (const batch of table.batches) rows.push(...batch)
  return { headings: table.headings, rows, ...table.passedOver() }
}
const cellsOf = ({ rows }: { rows: TableRow[] }) => rows.map(({ cells }) => cells)
const problems = ({ rows }: { rows: TableRow[] }) =>
  rows.map(({ row, line, problem }) => [row, line, problem])

test('a file is read with quotes, doubled quotes, line breaks in cells and any line ending', async () => {
  const file = 'A,B\r\n1,"x, ""y"""\r\n2,"two\r\nlines"\n3, "spaced" \n4,5" nail'
  const { headings, ...table } = await read(file)
  assert.deepEqual(headings, ['A', 'B'])
  assert.deepEqual(cellsOf(table), [
    ['1', 'x, "y"'],
    ['2', 'two\r\nlines'],
    ['3', 'spaced'],
    ['4', '5" nail'],
  ])
  assert.deepEqual(
    table.rows.map(({ line }) => line),
    [2, 3, 5, 6],
  )
  assert.deepEqual(cellsOf(await read('A,B\r1,2\r3,4\r')), [
    ['1', '2'],
    ['3', '4'],
  ])
})

test('separators, quotes, no headings, lines before the headings and trailers', async () => {
  assert.deepEqual(cellsOf(await read("A;B\n1;'a;b'", { separator: ';', quote: "'" })), [['1', 'a;b']])
  assert.deepEqual(cellsOf(await read('A|B\n1|"x', { separator: '|', quote: 'none' })), [['1', '"x']])
  assert.deepEqual(cellsOf(await read('1\t2\n3\t4', { separator: 'tab', header_row: 0 })), [
    ['1', '2'],
    ['3', '4'],
  ])
  const report = await read('Extract of 13 March\n\nA,B\n1,2\n\n  \n3,4\nTRL,2\n', {
    header_row: 3,
    skip_lines_starting: ['TRL'],
  })
  assert.deepEqual(cellsOf(report), [
    ['1', '2'],
    ['3', '4'],
  ])
  assert.deepEqual([report.blank_lines, report.skipped_lines, report.rows[1]!.line], [2, 3, 7])
})

test('every encoding is read, and a byte-order mark overrules the profile', async () => {
  const text = 'Name\nMuszyński\nȘtefania\n'
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  for (const [file, format] of [
    [Buffer.from(text), {}],
    [Buffer.from(`\ufeff${text}`), { encoding: 'windows-1252' }],
    [Buffer.from(text, 'utf16le'), { encoding: 'utf-16le' }],
    [utf16, {}],
    [Buffer.from(utf16).swap16(), {}],
  ] as const) {
    const table = await read(file, format, 3)
    assert.deepEqual(table.headings, ['Name'])
    assert.deepEqual(cellsOf(table), [['Muszyński'], ['Ștefania']])
  }
  const windows = Buffer.from([...Buffer.from('N\nRen'), 0xe9, 0x20, 0x93, 0x80, 0x94, 0x0a])
  assert.deepEqual(cellsOf(await read(windows, { encoding: 'windows-1252' })), [['René “€”']])
})

test('a row that cannot be read has a problem, and the rows after it are all there', async () => {
  const cut = await read('A,B,C\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n')
  assert.deepEqual(problems(cut), [
    [1, 2, null],
    [2, 3, 'The row has 2 cells where 3 are expected'],
    [3, 4, 'The row has 4 cells where 3 are expected'],
    [4, 5, null],
  ])
  const wrong = Buffer.from([...Buffer.from('A,B\n1,x\n2,Ren'), 0xe9, ...Buffer.from('\n3,y\n4,\0\n')])
  assert.deepEqual(
    problems(await read(wrong)).map(([, , problem]) => problem),
    [
      null,
      'The row holds bytes that are not utf-8',
      null,
      'The row holds a null character, which no text has',
    ],
  )
})

test('a quotation mark that never closes costs its own row and no other', async () => {
  const unclosed = await read('A,B\n1,"x\n2,y\n3,"z"\n4,w\n')
  assert.deepEqual(
    problems(unclosed).map(([row, , problem]) => [row, problem === null]),
    [
      [1, false],
      [2, true],
      [3, true],
      [4, true],
    ],
  )
  const last = await read('A,B\n1,x\n2,"y\n')
  assert.deepEqual(problems(last).at(-1), [2, 3, 'A quotation mark opens a cell on line 3 and never closes'])
  const misplaced = await read('A,B\n1,"x"y\n2,z\n')
  assert.deepEqual(problems(misplaced), [
    [1, 2, 'There is text after the quotation mark that closes a cell'],
    [2, 3, null],
  ])
  const endless = await read(`A,B\n1,"${'x'.repeat(300_000)}\n2,y\n`, {}, 65_536)
  assert.deepEqual(
    problems(endless).map(([row, , problem]) => [row, problem === null]),
    [
      [1, false],
      [2, true],
    ],
  )
})

test('an empty file, one of headings only and one that ends in the headings are read', async () => {
  await assert.rejects(read(''), /The file is empty/)
  await assert.rejects(read('', { header_row: 0 }), /The file is empty/)
  await assert.rejects(read('\n1,2\n'), /Line 1 of the file is blank/)
  assert.deepEqual(await read('A,B'), { headings: ['A', 'B'], rows: [], blank_lines: 0, skipped_lines: 0 })
  assert.equal((await read('\n\n\n', { header_row: 0 })).blank_lines, 3)
})

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
test('what is written is read again, in pieces of any size', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' ', 'ż', '7'), maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { maxLength: 12 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('\n', '\r\n'),
      async (table, size, end) => {
        const file = ['A,B', ...table.map((row) => row.map(quoted).join(','))].join(end)
        const { rows } = await read(file, {}, size)
        assert.deepEqual(
          rows.map(({ cells }) => cells),
          table,
        )
        assert.ok(rows.every(({ problem }) => problem === null))
      },
    ),
  )
})

test('no line is lost, whatever stands in it', async () => {
  const line = fc
    .string({ unit: fc.constantFrom('a', ',', '"', ' ', 'b'), minLength: 1, maxLength: 10 })
    .filter((text) => text.trim() !== '')
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 12 }),
      fc.integer({ min: 1, max: 30 }),
      async (lines, size) => {
        const { rows } = await read(['A,B', ...lines].join('\n'), {}, size)
        const covered = rows.map((row, index) => (rows[index + 1]?.line ?? lines.length + 2) - row.line)
        assert.equal(
          covered.reduce((a, b) => a + b, 0),
          lines.length,
        )
        for (const [index, row] of rows.entries())
          if (row.problem === null) assert.ok(row.cells.length === 2, String(index))
      },
    ),
    { numRuns: 500 },
  )
})

test('a cell is cleaned of what cannot be seen', () => {
  assert.equal(cleanCell('  O\u200bmari \u202eIsaac\u00a0 x '), 'Omari Isaac x')
  assert.equal(cleanCell('Flat 1\r\n  2 High St', true), 'Flat 1\n2 High St')
  assert.equal(cleanCell('Flat 1\r\n2 High St'), 'Flat 1 2 High St')
  assert.equal(cleanCell('e\u0301'), 'é')
})

test('a file that is no text in rows is told as what it is, and a row of impossible length or the headings again as that', async () => {
  const told = async (bytes: Buffer) =>
    read(bytes).then(
      () => '',
      (error: Error) => error.message,
    )
  assert.match(await told(Buffer.from('PK\u0003\u0004\u0014 and so on')), /spreadsheet/)
  assert.match(await told(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])), /old Excel/)
  assert.match(await told(Buffer.from('%PDF-1.7')), /PDF/)
  assert.match(await told(Buffer.from('A,B,C,D,E,F,G,H\n', 'utf16le')), /"utf-16le"/)
  assert.match(await told(Buffer.from('A,B,C,D,E,F,G,H\n', 'utf16le').swap16()), /"utf-16be"/)
  assert.equal(await told(Buffer.from('A,B\n\0\0,\0\0')), '')
  assert.match(await told(Buffer.alloc(600)), /null characters/)
  const cut = Buffer.from('\ufeffA,B\n1,2', 'utf16le').subarray(0, -1)
  assert.deepEqual(problems(await read(cut)), [[1, 2, 'The row holds bytes that are not utf-16le']])
  assert.match(await told(Buffer.from('\ufeff\0A\0,\0B\0\n\0', 'utf16le')), /UTF-32/)
  assert.equal((await read('A,B\r\n1,2\r\n\u001a')).blank_lines, 1)
  assert.deepEqual(
    problems(await read(`A,B\n1,${'x'.repeat(50_001)}\n2,"${'y\n'.repeat(60_000)}"\nA,B\n3,z\n`, {}, 4096)),
    [
      [1, 2, 'The row has a cell of more than 50,000 characters'],
      [2, 3, 'The row has a cell of more than 50,000 characters'],
      [3, 60_004, 'The row is the headings once more'],
      [4, 60_005, null],
    ],
  )
})

test('a format says its encoding and separator in the words of other programs', () => {
  const of = (format: Record<string, unknown>) => tableFormat.parse(format)
  assert.equal(of({ encoding: 'ISO-8859-1' }).encoding, 'windows-1252')
  assert.equal(of({ encoding: 'UTF8' }).encoding, 'utf-8')
  assert.equal(of({ separator: '\\t' }).separator, 'tab')
  assert.equal(of({ separator: '\t' }).separator, 'tab')
  assert.equal(of({ separator: '^' }).separator, '^')
  assert.throws(() => of({ separator: 'a' }), /one sign/)
  assert.deepEqual(partOfFormat.parse({ separator: ';' }), { separator: ';' }, 'nothing that it does not say')
})
