import { test } from 'node:test'
import assert from 'node:assert/strict'
import { buffer, text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { visibleText } from '#platform/words/visible-text.ts'
import { CellError } from './cell.ts'
import { csvStream } from './csv.ts'
import { guardFormula, looksLikeFormula } from './formula-guard.ts'
import { defineTable } from './table.ts'
import { sampleRow, sampleTable } from './tables-cast.ts'
import type { Sample } from './tables-cast.ts'

const row: Sample = {
  name: 'Bassetlaw',
  note: null,
  count: -5,
  share: '[c]',
  spend: '655285.00',
  opened_on: '2026-07-01',
  seen_at: new Date('2026-07-01T09:00:00Z'),
  open: true,
}

const withoutGuard = (field: string): string => (looksLikeFormula(field) ? field.slice(1) : field)

test('a table is streamed as CSV with its names as heading', async () => {
  assert.equal(
    await text(csvStream(sampleTable, [row])),
    'name,note,count,share,spend,opened_on,seen_at,is_open\r\n' +
      '"Bassetlaw",,-5,[c],655285.00,2026-07-01,2026-07-01T09:00:00.000Z,true\r\n',
  )
  const marked = await buffer(csvStream(sampleTable, [], { bom: true }))
  assert.equal(marked.subarray(0, 8).toString('latin1'), '\u00EF\u00BB\u00BFname,')
})

test('no text starts a formula, whatever stands before it', () => {
  for (const attack of [
    '=1+1',
    '+44 7700 900123',
    '-2',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '  =1+1',
    '\u200B=1+1',
    '\u202E=1+1',
    '\uFEFF\u2066 =1+1',
    '\u00A0=1+1',
    '\uFF1D1+1',
    "'=1+1",
  ]) {
    assert.equal(guardFormula(attack), `'${attack}`)
    assert.equal(guardFormula(visibleText(attack)), `'${visibleText(attack)}`)
  }
  for (const plain of ['Bassetlaw', "O'Neill", "'tis", '3 = 2 + 1', '[c]', 'a\n=1'])
    assert.equal(guardFormula(plain), plain)
})

test('whatever the rows hold: the CSV read back is the rows, and no text in it can run', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sampleRow, { maxLength: 8 }), fc.boolean(), async (rows, bom) => {
      const records = parse(await text(csvStream(sampleTable, rows, { bom })), { bom: true })
      assert.equal(records.length, rows.length + 1)
      for (const [index, given] of rows.entries()) {
        const [name = '', note = '', count, share, spend, opened, seen, open] = records[index + 1] ?? []
        for (const field of [name, note]) assert.doesNotMatch(field, /^[\s\p{Cf}\p{Cc}]*[=+\-@]/u)
        assert.equal(withoutGuard(name), visibleText(given.name))
        assert.equal(withoutGuard(note), visibleText(given.note ?? ''))
        assert.deepEqual(
          [count, share, spend, opened, seen, open],
          [
            String(given.count),
            given.share ?? '',
            given.spend,
            given.opened_on,
            given.seen_at.toISOString(),
            String(given.open ?? ''),
          ],
        )
      }
    }),
  )
})

test('a value its column does not allow ends the file with where it is, never what it is', async () => {
  const wrongs: [Partial<Record<keyof Sample, unknown>>, string][] = [
    [{ count: 1.5 }, 'count is not of type integer'],
    [{ count: '[c]' }, 'count is missing'],
    [{ name: '' }, 'name is missing'],
    [{ opened_on: '2026-02-30' }, 'opened_on is not of type date'],
    [{ share: '[z]' }, 'share is not of type percent'],
    [{ spend: 'Jane Smith' }, 'spend is not of type pounds'],
    [{ seen_at: '2026-07-01' }, 'seen_at is not of type datetime'],
    [{ open: 'yes' }, 'is_open is not of type boolean'],
  ]
  for (const [wrong, complaint] of wrongs) {
    const rows: Sample[] = [row, Object.assign({ ...row }, wrong)]
    await assert.rejects(text(csvStream(sampleTable, rows)), (error) => {
      assert.ok(error instanceof CellError)
      assert.equal(error.message, `Table samples, row 2: ${complaint}`)
      return true
    })
  }
})

test('rows come from a stream and are taken as they are read, not before', async () => {
  let made = 0
  async function* many() {
    for (; made < 100_000; made++) yield row
  }
  const stream = csvStream(sampleTable, many())
  await stream[Symbol.asyncIterator]().next()
  assert.ok(made < 5_000, `${made} rows were made before anyone read them`)
  stream.destroy()
})

test('a table that could not be published is refused when it is declared', () => {
  const column = { name: 'a', title: 'A', type: 'text' } as const
  const good = { name: 't', title: 'T', columns: [column] }
  assert.equal(defineTable<{ a: string }>(good).name, 't')
  for (const wrong of [
    { ...good, name: 'Two Words' },
    { ...good, title: ' ' },
    { ...good, columns: [] },
    { ...good, columns: [column, column] },
    { ...good, columns: [{ ...column, name: 'aB', value: () => 1 }] },
    { ...good, primaryKey: ['b'] },
    { ...good, symbols: { c: 'confidential' } },
  ])
    assert.throws(() => defineTable<{ a: string }>(wrong), TypeError)
})
