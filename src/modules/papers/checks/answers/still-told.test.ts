import assert from 'node:assert/strict'
import test from 'node:test'
import type { Block, Document } from '#platform/documents/document.ts'
import { isStillTold } from './still-told.ts'

const SENTENCE = '3 victims of hate crime in Dunmere were supported.'
const blocks: Block[] = [
  { kind: 'heading', level: 1, number: '4.', text: 'Key points' },
  { kind: 'paragraph', number: '4.1', text: `Much was done. ${SENTENCE} In 3 districts nobody was.` },
  {
    kind: 'table',
    caption: 'Victims by age',
    columns: [{ title: 'Age' }, { title: 'Note' }, { title: 'Victims' }],
    rows: [
      ['Under 18', '', '3'],
      ['18 to 64', '', '41'],
    ],
  },
]
const document: Document = {
  title: 'A paper',
  language: 'en-GB',
  as_at: new Date(0),
  front_sheet: [{ label: 'For', value: 'Information' }],
  blocks,
}
const [PARAGRAPH, TABLE] = [2, 3]
const said = [{ quote: SENTENCE, signs: ['3'] }]
const row = [{ quote: 'Under 18 | 3', signs: ['3'], within: 'Victims by age' }]
const told = (tells: typeof said, ...cuts: { block: number; words: string | null }[]) =>
  isStillTold(document, cuts, tells)

test('a small number is told until it, its passage or its part is taken out', () => {
  assert.equal(told(said), true)
  for (const words of ['3 victims of hate crime', '3', SENTENCE, `done. ${SENTENCE} In`, null])
    assert.equal(told(said, { block: PARAGRAPH, words }), false, String(words))
})

test('other words, another part, or the same number of another sentence being taken out leaves it told', () => {
  for (const words of ['of hate crime', 'In 3 districts', 'victims'])
    assert.equal(told(said, { block: PARAGRAPH, words }), true, words)
  assert.equal(told(said, { block: TABLE, words: null }), true)
})

test('a row of a table is told until its cell or the whole table is taken out', () => {
  assert.equal(told(row), true)
  assert.equal(told(row, { block: TABLE, words: 'Under' }), true)
  assert.equal(told(row, { block: TABLE, words: '3' }), false)
  assert.equal(told(row, { block: TABLE, words: null }), false)
})

test('what cannot be found is told, unless the part it is in is taken out whole', () => {
  const elsewhere = [{ quote: 'Nowhere | 3', signs: ['3'], within: 'Victims by age' }]
  assert.equal(told(elsewhere, { block: TABLE, words: '3' }), true)
  assert.equal(told(elsewhere, { block: TABLE, words: null }), false)
  assert.equal(told([{ quote: 'Not in it.', signs: ['3'] }], { block: PARAGRAPH, words: null }), true)
})

test('each of several must be gone', () => {
  assert.equal(told([...said, ...row], { block: PARAGRAPH, words: null }), true)
  assert.equal(
    told([...said, ...row], { block: PARAGRAPH, words: null }, { block: TABLE, words: null }),
    false,
  )
})
