import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold, foldOrNothing } from './fold.ts'
import { isKnownForename, nicknameRoots, shareRoot } from './nicknames.ts'
import { phonetic } from './phonetic.ts'
import { edits, jaroWinkler, lettersApart } from './similarity.ts'

/** Lays two texts in one pool and compares them. */
function laid(a: string, b: string) {
  const pool = Uint8Array.from(Buffer.from(a + b, 'latin1'))
  return {
    likeness: jaroWinkler(pool, 0, a.length, a.length, b.length),
    edits: edits(pool, 0, a.length, a.length, b.length, 4),
    letters: lettersApart(pool, 0, a.length, a.length, b.length),
  }
}
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), maxLength: 12 })

test('accents, apostrophes and other alphabets are folded to plain letters', () => {
  assert.equal(fold("  O'Brien-Śmith "), 'obrien smith')
  assert.equal(fold('Łukasz Müller'), 'lukasz muller')
  assert.equal(fold('Наталья'), 'natalia')
  assert.equal(fold('Γεώργιος'), 'georgios')
  assert.equal(fold('李明'), '李明')
})

test('what people type for nothing is nothing', () => {
  for (const nothing of ['', ' ', 'N/A', 'Unknown', 'not known', '-', 'None'])
    assert.equal(foldOrNothing(nothing), '')
  assert.equal(foldOrNothing('Nona'), 'nona')
})

test('names that sound alike have one code', () => {
  for (const [a, b] of [
    ['smith', 'smyth'],
    ['catherine', 'kathryn'],
    ['phillip', 'filip'],
    ['wright', 'right'],
    ['knight', 'night'],
    ['szymanski', 'shimansky'],
    ['mcdonald', 'macdonald'],
  ])
    assert.equal(phonetic(a!), phonetic(b!), `${a} and ${b}`)
  assert.notEqual(phonetic('smith'), phonetic('jones'))
  assert.equal(phonetic(''), '')
})

test('short and foreign forms share a root; unlike names do not', () => {
  const shares = (a: string, b: string) => shareRoot(nicknameRoots(a), nicknameRoots(b))
  for (const [a, b] of [
    ['bob', 'robert'],
    ['liz', 'elizabeth'],
    ['mohammed', 'muhammad'],
    ['kasia', 'katarzyna'],
    ['sasha', 'alexander'],
    ['aleksandr', 'alex'],
  ])
    assert.ok(shares(a!, b!), `${a} and ${b}`)
  for (const [a, b] of [
    ['jack', 'jake'],
    ['ella', 'emma'],
    ['olivia', 'oliver'],
    ['zzz', 'zzz'],
  ])
    assert.ok(!shares(a!, b!), `${a} and ${b}`)
  assert.ok(isKnownForename('jayden') && isKnownForename('hayden') && !isKnownForename('jhon'))
})

test('Jaro-Winkler gives the published values', () => {
  assert.equal(laid('martha', 'marhta').likeness.toFixed(3), '0.961')
  assert.equal(laid('dixon', 'dicksonx').likeness.toFixed(3), '0.813')
  assert.equal(laid('abc', 'xyz').likeness, 0)
})

test('slips are counted: a letter in, out, changed, or two swapped', () => {
  assert.equal(laid('smith', 'smith').edits, 0)
  for (const slip of ['smit', 'smitth', 'smath', 'smiht', 'msith', 'smitha'])
    assert.equal(laid('smith', slip).edits, 1, slip)
  assert.equal(laid('smith', 'smhitz').edits, 2)
  assert.equal(laid('abcdefgh', 'hgfedcba').edits, 5, 'past the limit')
  assert.equal(laid('dormitory', 'dirtyroom').letters, 0)
})

test('comparators do not care which comes first, and a text is most like itself', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const one = laid(a, b)
      assert.deepEqual(one, laid(b, a))
      assert.ok(one.likeness >= 0 && one.likeness <= 1 + 1e-12)
      if (a.length > 0) assert.ok(laid(a, a).likeness >= one.likeness && laid(a, a).edits === 0)
      if (one.edits === 0) assert.equal(a, b)
    }),
  )
})
