import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileColumns } from './compile-columns.ts'
import { code, text } from './fields.ts'

test('a needed field that is blank lacks nothing where the profile says what a blank cell means', () => {
  const fields = {
    district: text({ says: 'Where', required: true }),
    tier: code(['brief', 'long'], { says: 'What', required: true }),
  }
  const readOf = (columns: Parameters<typeof compileColumns>[1]) => {
    const notes = { problems: [] as string[], remarks: [] }
    const record = compileColumns(fields, columns, ['D', 'T'], {
      zone: 'Europe/London',
      dayZone: 'Europe/London',
      latestYear: 2026,
      dateFormats: ['DD/MM/YYYY'],
      emptyValues: ['none'],
    })(['', 'none'], notes)
    return [record.district, record.tier, notes.problems.length]
  }
  const tier = { column: 'T', codes: { '': 'brief' } }
  assert.deepEqual(readOf({ district: { column: 'D' }, tier: { column: 'T' } }), [null, null, 2])
  assert.deepEqual(readOf({ district: { column: 'D', default: 'County' }, tier }), ['County', 'brief', 0])
  assert.deepEqual(readOf({ district: { column: 'D', default: 'County', required: true }, tier }), [
    'County',
    'brief',
    1,
  ])
  assert.deepEqual(readOf({ district: { column: 'D', codes: { '': null } }, tier }), [null, 'brief', 1])
})
