// Files that are broken in ways that cost other readers their memory, or rows without a word.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { openTable } from './open-table.ts'
import { tableFormat, type TableFormat } from './table-format.ts'
import type { TableRow } from './table-rows.ts'

async function* inPieces(text: string, size: number) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function read(text: string, size = 65_536, format: Partial<TableFormat> = {}) {
  const table = await openTable(inPieces(text, size), tableFormat.parse(format))
  const rows: TableRow[] = []
  let most = 0
  for await (const batch of table.batches) {
    most = Math.max(most, batch.length)
    rows.push(...batch)
  }
  return { headings: table.headings, rows, most, ...table.passedOver() }
}
const told = ({ rows }: { rows: TableRow[] }) =>
  rows.map(({ line, cells, problem }) => problem ?? [line, ...cells])

test('a row that never ends is an error that says where it begins, and what comes after it is read', async () => {
  const long = 'x'.repeat(700_000)
  for (const size of [4096, 65_536, 4_000_000]) {
    const table = await read(`A,B\r\n1,a\r\n2,${long}\r\n3,"c"\r\n4,"${long}"\r\n5,d\r\n`, size)
    const says = (line: number) =>
      `The row, which begins on line ${line}, is longer than 500,000 characters: only its beginning is kept`
    assert.deepEqual(told(table), [[2, '1', 'a'], says(3), [4, '3', 'c'], says(5), [6, '5', 'd']])
    assert.equal(table.rows[1]!.cells[0], '2', 'what it begins with is kept, to know it by')
    assert.ok(table.rows.every(({ cells }) => cells.join().length <= 50_000))
  }
})

test('no more of a file is held than a piece and the longest row', async () => {
  for (const begins of ['A,B\n1,', 'A,B\n1,"', 'A,B\n1,"two\nlines']) {
    let given = 0
    const file = async function* () {
      yield Buffer.from(begins)
      for (const piece = Buffer.alloc(50_000, 'x'); given < 20_000_000; given += piece.length) yield piece
    }
    const { batches } = await openTable(file(), tableFormat.parse({}))
    const { value } = await batches[Symbol.asyncIterator]().next()
    assert.match((value as TableRow[])[0]!.problem!, /on line 2/)
    assert.ok(given <= 600_000, `${given} were read before the first row was given up`)
  }
})

test('a row of the longest length is read, whatever the pieces it comes in', async () => {
  const many = Array.from({ length: 12 }, () => 'y'.repeat(40_000))
  for (const size of [50_000, 5_000_000]) {
    const { rows } = await read(`${many.map((_, n) => `H${n}`).join()}\n${many.join()}\n`, size)
    assert.deepEqual([rows.length, rows[0]!.problem], [1, null])
  }
})

test('a quotation mark that closes too far away is one that does not, and the lines in it are rows', async () => {
  const lines = Array.from({ length: 60_000 }, (_, n) => `${n},some words`)
  for (const size of [8192, 4_000_000]) {
    const { rows, most } = await read(`A,B\n1,"x\n${lines.join('\n')}\n2,y"\n3,z\n`, size)
    assert.equal(rows.length, 60_003)
    assert.equal(rows[0]!.problem, 'A quotation mark opens a cell on line 2 and never closes')
    assert.ok(rows.slice(1, 60_001).every(({ problem }) => problem === null))
    assert.deepEqual(rows.at(-1)!.cells, ['3', 'z'])
    assert.ok(most <= 2000, 'not all of them at once')
  }
})

test('a row of a hundred thousand cells keeps no more than a page can show, and nothing of it is lost', async () => {
  const { rows } = await read(`A,B\n${','.repeat(100_000)}end\n1,2\n`)
  assert.equal(rows[0]!.problem, 'The row has 100001 cells where 2 are expected')
  assert.equal(rows[0]!.cells.length, 1000)
  assert.equal(rows[0]!.cells.join(), `${','.repeat(100_000)}end`)
})

test('headings that never end are told', async () => {
  await assert.rejects(
    read('x'.repeat(600_000)),
    /Line 1 of the file, where its headings should be, is longer/,
  )
})

test('a carriage return alone in a cell is a break in the cell', async () => {
  const table = await read(
    'A,B,C\r\n1,1 Elm St\rNottingham,x\r\n2,"Flat 1\rLeeds",y\r\n3,z,"w"\r\r\n4,5,6\r\r\n',
  )
  assert.deepEqual(told(table), [
    [2, '1', '1 Elm St\rNottingham', 'x'],
    [3, '2', 'Flat 1\rLeeds', 'y'],
    [4, '3', 'z', 'w'],
    [5, '4', '5', '6'],
  ])
})

test('rows that carriage returns alone hold apart are rows, in a file whose other lines end otherwise', async () => {
  for (const size of [11, 65_536]) {
    const table = await read('A,B\r\n1,2\r3,4\r5,6\r\n7,8\r\n"9","a\rb"\r"c","d"\r\ne,f\n', size)
    assert.deepEqual(told(table), [
      [2, '1', '2'],
      [2, '3', '4'],
      [2, '5', '6'],
      [3, '7', '8'],
      [4, '9', 'a\nb'],
      [4, 'c', 'd'],
      [5, 'e', 'f'],
    ])
    assert.deepEqual(
      table.rows.map(({ row }) => row),
      [1, 2, 3, 4, 5, 6, 7],
    )
  }
})

test('of rows that ran together those that are whole are read, and the others say why they are not', async () => {
  assert.deepEqual(told(await read('A,B,C\r\n1,2,3\r4,5\r\n6,7,8\r\n')), [
    [2, '1', '2', '3'],
    'The row has 2 cells where 3 are expected',
    [3, '6', '7', '8'],
  ])
  assert.deepEqual(told(await read('A,B,C\r\n1,2\r3,4,5,6\r\n7,"8\r9,10,11\r\n')), [
    'The row has 5 cells where 3 are expected: carriage returns stand alone in it, so several rows may have run together',
    'A quotation mark opens a cell on line 3 and never closes',
    [3, '9', '10', '11'],
  ])
})

test('rows that ran together with the headings are rows', async () => {
  const table = await read('A,B\r1,2\r3,4\r\n5,6\r\n')
  assert.deepEqual(table.headings, ['A', 'B'])
  assert.deepEqual(told(table), [
    [1, '1', '2'],
    [1, '3', '4'],
    [2, '5', '6'],
  ])
  assert.deepEqual((await read('Ref\rNo,Day\r\n1,2\r\n')).headings, ['Ref\rNo', 'Day'])
  assert.deepEqual(told(await read('Name\r\nAnn\rBea\r\nCyd\r\n')), [
    [2, 'Ann'],
    [2, 'Bea'],
    [3, 'Cyd'],
  ])
})

test('a file that ends all its lines with carriage returns alone may have line feeds in its cells', async () => {
  const table = await read('A,B\r1,"two\nlines"\r2,"5"" nail"\r')
  assert.deepEqual(table.headings, ['A', 'B'])
  assert.deepEqual(
    table.rows.map(({ cells }) => cells),
    [
      ['1', 'two\nlines'],
      ['2', '5" nail'],
    ],
  )
  assert.deepEqual((await read('"Ref\rNo","Day"\n"1","2"\n')).headings, ['Ref\rNo', 'Day'])
})

test('a file that begins otherwise, with two hundred thousand rows held apart by carriage returns, is read row by row', async () => {
  const lines = Array.from({ length: 200_000 }, (_, n) => `${n},words`)
  const { rows, most } = await read(`A,B\r\n0,first\r\n${lines.join('\r')}\r\n1,last\r\n`)
  assert.equal(rows.length, 200_002)
  assert.ok(rows.every(({ problem }) => problem === null))
  assert.ok(most <= 2000)
})

test('no sign is lost, however lines end and whatever the pieces', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'c'), minLength: 1, maxLength: 4 })
  const row = fc.tuple(cell, cell, fc.constantFrom('\r\n', '\r', '\n', '\r\r\n'))
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 15 }),
      fc.integer({ min: 1, max: 30 }),
      async (lines, size) => {
        const { rows } = await read(`A,B\r\n${lines.map(([a, b, end]) => `${a},${b}${end}`).join('')}`, size)
        assert.deepEqual(
          rows.map(({ cells }) => cells),
          lines.map(([a, b]) => [a, b]),
        )
      },
    ),
    { numRuns: 500 },
  )
})
