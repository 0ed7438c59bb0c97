import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tryRule, whyOf } from '../try-rule.ts'
import { speltTwoWays } from './spelt-two-ways.ts'

test('one word with s and with z, one name with and without a capital, and half the name of the office are told', () => {
  assert.equal(
    whyOf(
      speltTwoWays,
      '2.1 Two organisations and an organisation applied.\n\n2.2 The organization was told.',
    ),
    '“organization” is “organisations” in paragraph 2.1.',
  )
  assert.equal(
    whyOf(speltTwoWays, '2.1 We fund the Ashfield Women’s Aid.\n\n2.2 Staff of Ashfield Women’s aid came.'),
    '“Ashfield Women’s aid” is “Ashfield Women’s Aid” in paragraph 2.1.',
  )
  assert.match(
    whyOf(
      speltTwoWays,
      '2.1 The Police and Crime Commissioner met them.\n\n2.2 The Police Commissioner agreed.',
    ),
    /The office is “Police and Crime Commissioner” in paragraph 2\.1/,
  )
})

test('words that are always written with one of them, and descriptions in small letters, are left alone', () => {
  for (const words of [
    'Advice, size and prizes were advised on, and exercised.',
    'The Safer Streets Fund pays; a fund for safer streets is another.',
    'The Police Commissioner of Ruritania came.',
  ])
    assert.deepEqual(tryRule(speltTwoWays, `2.1 ${words}`), [], words)
})
