import { test } from 'node:test'
import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { visibleLine, visibleText } from './visible-text.ts'

test('what nobody could see is shown by its number', () => {
  assert.equal(visibleText('cod\u202Eexe'), 'cod[U+202E]exe')
  assert.equal(visibleText('\u200B=1+1'), '[U+200B]=1+1')
  assert.equal(visibleText('a\u0000b\u0007'), 'a[U+0000]b[U+0007]')
  assert.equal(visibleText('\uD800x\uFFFE'), '[U+D800]x[U+FFFE]')
  assert.equal(visibleText('pass\u200Dword \u2066x\u2069'), 'pass[U+200D]word [U+2066]x[U+2069]')
  assert.equal(visibleText('tag\u{E0041}'), 'tag[U+E0041]')
  assert.equal(visibleLine(' a\r\n b\tc '), 'a b c')
})

test('what people legitimately write stays as it is', () => {
  for (const text of [
    'Zażółć gęślą jaźń',
    "O'Neill-Ó Súilleabháin",
    'می\u200Cخواهم',
    'क्\u200Dष',
    '👩🏽\u200D🚒 ❤️\u200D🔥 1️⃣ 🏴',
    'co\u00ADoperate',
    'محمد',
    'one\ttwo\nthree',
    '<b>&amp;"',
  ])
    assert.equal(visibleText(text), text)
  assert.equal(visibleText('a\r\nb\rc\u2028d'), 'a\nb\nc\nd')
})

const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'\u0000\u0007\u0085\t\n\r\u00AD\u034F\u061C\u200B\u200C\u200D\u200E\u202E\u2066\u2069\u3164\uFEFF\uFFFE\uFE0F'.split(
        '',
      ),
    ),
    fc.constantFrom('\uD800', '\uDC00', '\u{E0001}', '👩', 'م', 'a', '=', '<'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
})

test('whatever is typed: legal in XML, no direction control, and showing twice changes nothing', () => {
  // XML 1.0, production 2 (Char)
  const legal = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u
  fc.assert(
    fc.property(nasty, (text) => {
      const visible = visibleText(text)
      assert.match(visible, legal)
      assert.doesNotMatch(visible, /[\p{Bidi_Control}\u200B\uFEFF]/u)
      assert.equal(visibleText(visible), visible)
    }),
    { numRuns: 500 },
  )
})
