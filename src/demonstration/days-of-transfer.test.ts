import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { daysOfTransfer } from './days-of-transfer.ts'
import { withUnpacked } from './unpack.ts'

test('the three days become the last three, and nothing else of them changes', async () => {
  await withUnpacked('nottinghamshire.zip', async (folder) => {
    const then = daysOfTransfer(join(folder, 'daily-transfer'), '2017-03-15')
    const now = daysOfTransfer(join(folder, 'daily-transfer'), '2026-11-22')
    assert.deepEqual(
      now.map(({ file_name }) => file_name),
      ['NOTTS_ADT_20261120.csv', 'NOTTS_ADT_20261121.csv', 'NOTTS_ADT_20261122.csv'],
    )
    const rows = (files: typeof now) =>
      files.flatMap(({ content }) => parse(content, { relax_column_count: true }))
    const [before, after] = [rows(then), rows(now)]
    assert.equal(after.length, 125 + 3)
    const differing = new Set(
      after.flatMap((row, at) =>
        row.flatMap((cell, column) => (cell === before[at]![column] ? [] : [column])),
      ),
    )
    assert.deepEqual([...differing], [1], 'only the day on which it was reported')
  })
})
