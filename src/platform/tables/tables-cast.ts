import * as fc from 'fast-check'
import { defineTable } from './table.ts'

/** One made-up row of every kind of column, for the tests of this folder. */
export type Sample = {
  name: string
  note: string | null
  count: number
  share: string | null
  spend: string
  opened_on: string
  seen_at: Date
  open: boolean | null
}

export const sampleTable = defineTable<Sample>({
  name: 'samples',
  title: 'Samples',
  description: 'Rows of every kind.',
  primaryKey: ['name'],
  symbols: { '[c]': 'confidential', '[x]': 'not available' },
  notes: ['Made up for a test.'],
  columns: [
    { name: 'name', title: 'Name', type: 'text', required: true, description: 'What it is called.' },
    { name: 'note', title: 'Note', type: 'text' },
    { name: 'count', title: 'How many', type: 'integer', required: true },
    { name: 'share', title: 'Share', type: 'percent', notes: ['Of those asked.', 'Made up for a test.'] },
    { name: 'spend', title: 'Spend', type: 'pounds' },
    { name: 'opened_on', title: 'Opened on', type: 'date' },
    { name: 'seen_at', title: 'Seen at', type: 'datetime' },
    { name: 'is_open', title: 'Open', type: 'boolean', value: (row) => row.open },
  ],
})

/** Text made to break things: formulas behind what nobody sees, markup, separators, what XML forbids. */
export const hostileText = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      ...'=+-@\'"<>&;,\t\r\n |%\u0000\u0008\u0085\u200B\u200D\u202E\u2066\uFEFF\uFFFE\uFF1D\u2028\uD800'.split(
        '',
      ),
      '1+1',
      ']]>',
      '<script>',
      'é',
      '👩',
    ),
    minLength: 1,
  }),
  fc.string({ unit: 'binary', minLength: 1 }),
)

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** Any row the sample table allows, hostile text included. */
export const sampleRow: fc.Arbitrary<Sample> = fc.record({
  name: hostileText,
  note: fc.option(hostileText),
  count: fc.maxSafeInteger(),
  share: fc.option(
    fc.oneof(
      fc.constantFrom('[c]', '[x]'),
      fc.integer({ min: 0, max: 1000 }).map((n) => (n / 10).toFixed(1)),
    ),
  ),
  spend: fc.integer({ min: -99_999_999, max: 99_999_999 }).map((pence) => (pence / 100).toFixed(2)),
  opened_on: day,
  seen_at: fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  open: fc.option(fc.boolean()),
})
