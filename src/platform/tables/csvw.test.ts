import { test } from 'node:test'
import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { csvStream } from './csv.ts'
import { csvwMetadata } from './csvw.ts'
import { sampleRow, sampleTable } from './tables-cast.ts'

const metadata = csvwMetadata(sampleTable, {
  url: 'samples.csv',
  license: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  publisher: { name: 'An office', url: 'https://office.example.org' },
  modified: '2026-07-01',
})

test('the metadata says what CSV on the Web asks', () => {
  assert.deepEqual(metadata['@context'], ['http://www.w3.org/ns/csvw', { '@language': 'en-GB' }])
  assert.deepEqual(metadata.tableSchema.columns[0], {
    name: 'name',
    titles: ['name', 'Name'],
    'dc:description': 'What it is called.',
    datatype: 'string',
    required: true,
  })
  assert.deepEqual(metadata.tableSchema.columns[3], {
    name: 'share',
    titles: ['share', 'Share'],
    datatype: 'decimal',
    null: ['', '[c]', '[x]'],
  })
  assert.deepEqual(metadata.tableSchema.primaryKey, ['name'])
  assert.deepEqual(metadata['dc:license'], {
    '@id': 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  })
  assert.match(String(metadata['dc:description']), /\[c\] means confidential\./)
  assert.equal(JSON.stringify(JSON.parse(JSON.stringify(metadata))), JSON.stringify(metadata))
})

/** The lexical forms of the datatypes used, from Metadata Vocabulary for Tabular Data, 6.4. */
const FORMS: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/,
  integer: /^[+-]?\d+$/,
  decimal: /^[+-]?\d+(\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  boolean: /^(true|false)$/,
}

test('every cell of every file is valid by its own metadata', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sampleRow, { minLength: 1, maxLength: 5 }), async (rows) => {
      const [heading = [], ...records] = parse(await text(csvStream(sampleTable, rows)))
      for (const [index, column] of metadata.tableSchema.columns.entries()) {
        assert.ok(column.titles.includes(heading[index] ?? ''))
        for (const record of records) {
          const field = record[index] ?? ''
          const isNull = (column.null ?? ['']).includes(field)
          assert.ok(isNull ? !column.required : FORMS[column.datatype]?.test(field))
        }
      }
    }),
    { numRuns: 50 },
  )
})
