import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assemblePaper } from '../../reading/assemble.ts'
import { readText } from '../../reading/read-text.ts'
import { tryRule, whyOf } from '../try-rule.ts'
import { numbering } from './numbering.ts'

test('a number twice, one left out, one of another section, and a paragraph without', () => {
  assert.match(whyOf(numbering, '2.1 One.\n\n2.1 Two.'), /Number 2\.1 is there twice/)
  assert.match(
    whyOf(numbering, '2.1 One.\n\n2.3 Two.'),
    /It is number 2\.3, after 2\.1: a number is left out/,
  )
  assert.match(whyOf(numbering, '2.1 One.\n\n3.1 Two.'), /It is number 3\.1, in section 2/)
  assert.match(
    whyOf(numbering, `3. More\n\n${'Words without a number. '.repeat(5)}\n\n3.1 Two.`),
    /The paragraph before 3\.1 has no number/,
  )
})

test('numbers in their order, with parts of their own', () => {
  for (const said of [
    '2.1 One.\n\n2.2 Two.\n\n3. More\n\n3.1 Three.',
    '2.1 One.\n\n2.1.1 Part.\n\n2.1.2 Part.\n\n2.2 Two.',
  ])
    assert.deepEqual(tryRule(numbering, said), [], said)
})

test('sections and paragraphs that are numbered apart are told once', () => {
  const lines = [
    '1. Purpose',
    '1. To tell.',
    '2. Work',
    '2. This was done.',
    '3. Next',
    '3. That will be.',
    '4. And so on.',
  ]
  const found = numbering.find(assemblePaper(readText(`Report to:\tBoard\n\n${lines.join('\n\n')}`)))
  assert.deepEqual(
    found.map(({ why }) => why),
    ['Sections are numbered 1 to 3 and paragraphs 1 to 4: a number may be either.'],
  )
})
