// Redaction as rules: whatever the text, what is taken out is gone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkDocument, type Document, plainText } from '#platform/documents/document.ts'
import { cutWords } from './cut-words.ts'
import { leaksIn, leaksOfEarlier } from './find-leaks.ts'
import { redactDocument, type Redaction, takenOut } from './redact-document.ts'

const runs = fc.array(
  fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.record({ text: fc.string({ maxLength: 8 }), bold: fc.constant(true) }),
    fc.record({ figure: fc.constant('f'), text: fc.string({ maxLength: 6 }), href: fc.constant('/f') }),
  ),
  { minLength: 1, maxLength: 6 },
)

test('words are cut out wherever they stand, across bold, links and figures', () => {
  fc.assert(
    fc.property(runs, fc.nat(), fc.integer({ min: 1, max: 10 }), (text, from, length) => {
      const whole = plainText(text)
      const start = whole.length === 0 ? 0 : from % whole.length
      const words = whole.slice(start, start + length).trim()
      if (words.length === 0) return
      const left = cutWords(text, words, '\u0000')
      for (const part of plainText(left).split('\u0000'))
        assert.ok(!part.includes(words), JSON.stringify({ text, words, left }))
      assert.notEqual(plainText(left), whole)
    }),
    { numRuns: 500 },
  )
})

test('a figure that only redacted text gave is not in the list of figures, and the document still holds together', () => {
  const figure = (id: string, value: string) => ({
    id,
    name: id,
    value,
    definition: 'Counted',
    as_at: 'now',
    href: `/papers/x/${id}`,
  })
  const document: Document = {
    title: 'A paper',
    language: 'en-GB',
    as_at: new Date(0),
    front_sheet: [{ label: 'Author', value: 'A. Writer' }],
    blocks: [
      { kind: 'heading', level: 1, text: 'Purpose' },
      {
        kind: 'paragraph',
        number: '1.1',
        text: ['There were ', { figure: 'kept', text: '12', href: '/papers/x/kept' }],
      },
      {
        kind: 'paragraph',
        number: '1.2',
        text: ['And ', { figure: 'gone', text: '41', href: '/papers/x/gone' }],
      },
      { kind: 'table', caption: 'Bids', columns: [{ title: 'Bidder' }], rows: [['Harbourside']] },
    ],
    figures: [figure('gone', '41'), figure('kept', '12')],
  }
  const redactions: Redaction[] = [
    { block: 0, place: 'Front sheet, Author', words: null, ground: 'paragraph-1' },
    { block: 3, place: '1.2', words: null, ground: 'paragraph-3' },
    { block: 4, place: 'Purpose, table', words: 'Harbourside', ground: 'paragraph-3' },
  ]
  const published = redactDocument(document, redactions, '/published/x/papers/y')
  checkDocument(published)
  const bytes = JSON.stringify(published)
  for (const secret of ['gone', '41', 'Writer', 'Harbourside', '/papers/x'])
    assert.ok(!bytes.includes(secret), secret)
  assert.ok(bytes.includes('/published/x/papers/y#figure_1'))
  assert.deepEqual(leaksIn(document, published, redactions), [])
})

const page = (...blocks: Document['blocks']): Document => ({
  title: 'A paper',
  language: 'en-GB',
  as_at: new Date(0),
  blocks,
})

test('a redacted heading’s words are not in the list of what is taken out, and a place that says them keeps it back', () => {
  const document = page(
    { kind: 'heading', level: 1, number: '1', text: 'Harbourside is bankrupt now' },
    { kind: 'table', caption: 'Bids', columns: [{ title: 'Bidder' }], rows: [['A bidder']] },
  )
  const place = '1 Harbourside is bankrupt now'
  const redactions: Redaction[] = [
    { block: 0, place, words: null, ground: 'paragraph-3' },
    { block: 1, place: `${place}, table`, words: null, ground: 'paragraph-3' },
  ]
  const published = redactDocument(document, redactions, '/published/x/papers/y')
  const taken = takenOut(published, redactions)
  assert.equal(taken.length, 2)
  assert.ok(!JSON.stringify(taken).includes('Harbourside'), JSON.stringify(taken))
  assert.deepEqual(leaksIn(document, published, redactions, taken), [])
  const said = leaksIn(document, published, redactions, [{ place, ground: 'paragraph-3', whole: true }])
  assert.match(said.join(), /list of redactions/)
})

test('what an earlier paper took out is found in its correction, however short', () => {
  const earlier: Document = {
    ...page(
      { kind: 'heading', level: 1, text: 'Bids' },
      {
        kind: 'table',
        caption: 'Bidders',
        columns: [{ title: 'Bidder' }],
        rows: [
          ['Acme', '£5'],
          ['Bar', '£6'],
        ],
      },
    ),
    front_sheet: [{ label: 'Author', value: 'A. Writer' }],
  }
  const theirs: Redaction[] = [
    { block: 0, place: 'Front sheet, Author', words: null, ground: 'paragraph-1' },
    { block: 2, place: 'Bids, table', words: null, ground: 'paragraph-3' },
  ]
  const said = leaksOfEarlier(earlier, earlier, theirs, [])
  assert.equal(said.length, 2)
  assert.match(
    said[0]!,
    /Front sheet, Author of the paper that this one corrects can still be read at Front sheet/,
  )
  const redacted = redactDocument(earlier, theirs, '/published/x/papers/y')
  assert.deepEqual(leaksOfEarlier(earlier, redacted, theirs, takenOut(redacted, theirs)), [])
})
