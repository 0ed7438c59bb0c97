import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { plainText } from '#platform/documents/document.ts'
import { linkedRuns, withoutAddresses } from './typed-links.ts'

test('an address leads where it says, by its own words or by those an author gave it', () => {
  assert.deepEqual(linkedRuns('See [the delivery plan](https://example.org/plan) (2019-20).'), [
    'See ',
    { text: 'the delivery plan', href: 'https://example.org/plan' },
    ' (2019-20).',
  ])
  assert.deepEqual(linkedRuns('It is at https://example.org/plan?a=1.'), [
    'It is at ',
    { text: 'https://example.org/plan?a=1', href: 'https://example.org/plan?a=1' },
    '.',
  ])
})

test('what leads nowhere on the web stays words', () => {
  for (const text of [
    '[here](javascript:alert(1))',
    '[the plan] (2019-20)',
    'a [b](/papers/1) c',
    'https://',
  ])
    assert.equal(plainText(linkedRuns(text)), text)
  for (const text of ['[here](javascript:alert(1))', 'a [b](/papers/1) c'])
    assert.equal(linkedRuns(text), text)
})

test('no words are lost, and they read as the checks read them', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('[', '](', ')', 'https://example.org', '[the plan](https://example.org/plan)'),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      assert.equal(plainText(linkedRuns(text)), withoutAddresses(text))
    }),
  )
})
