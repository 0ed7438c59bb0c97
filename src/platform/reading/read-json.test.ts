// What is wrong with JSON that a person wrote, by file, line and column.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { jsonFault } from './json-fault.ts'
import { readJson, readJsonFile } from './read-json.ts'

const said = (text: string) => {
  try {
    readJson(text, 'profile.json')
  } catch (error) {
    return (error as Error).message
  }
  return undefined
}

test('each slip is told where it is and what to do', () => {
  for (const [text, told] of [
    [
      '{\n  "a": 1,\n}',
      'profile.json, line 3, column 1: a comma stands before the closing brace. Take it out.',
    ],
    ['{ "a": [1, 2, ] }', 'profile.json, line 1, column 15: a comma stands before the closing bracket.'],
    ['{\n  "a": 1\n  "b": 2\n}', 'profile.json, line 3, column 3: a comma is missing between'],
    ['{ // mine\n  "a": 1 }', 'profile.json, line 1, column 3: a comment stands here.'],
    ["{ 'a': 1 }", 'profile.json, line 1, column 3: write texts in double quotation marks'],
    ['{ \u201ca\u201d: 1 }', 'profile.json, line 1, column 3: write straight quotation marks'],
    ['{ "a": True }', 'profile.json, line 1, column 8: write true, false or null in small letters.'],
    ['{ a: 1 }', 'profile.json, line 1, column 3: “a” must be in double quotation marks.'],
    ['{\n  "a": "x,\n  "b": 2 }', 'profile.json, line 2, column 11: a text does not end on its line'],
    ['{ "a": { "b": 1 }\n\n', 'profile.json, line 1, column 18: the file ends too early'],
    ['  \n', 'profile.json, line 1, column 1: the file is empty.'],
    ['\uFEFF{ "a": 1, }', 'profile.json, line 1, column 11: a comma stands before'],
  ] as const)
    assert.ok(said(text)?.startsWith(told), `${JSON.stringify(text)}: ${said(text)}`)
})

test('a file that is not there is named', () => {
  assert.throws(() => readJsonFile('/nowhere/at-all.json'), /\/nowhere\/at-all\.json cannot be read\./)
})

test('where a text stops being JSON is the end of the longest beginning that could go on to be JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value, null, 1)
      assert.equal(jsonFault(text), text.length)
      assert.equal(jsonFault(`${text} ?`), text.length + 1)
    }),
  )
})

test('what is JSON is read as it is; what is not is told in one plain sentence, within its lines', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.deepEqual(
        readJson(`\uFEFF${JSON.stringify(value, null, 2)}`, 'x'),
        JSON.parse(JSON.stringify(value)),
      )
    }),
  )
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }),
      fc.nat(),
      fc.constantFrom('{', '}', '[', ']', ',', ':', '"', 'x', '\n'),
      (value, at, sign) => {
        const text = JSON.stringify(value, null, 2)
        const place = at % text.length
        const message = said(text.slice(0, place) + sign + text.slice(place + 1))
        if (message === undefined) return
        const [, line = ''] = /^profile\.json, line (\d+), column \d+: /.exec(message) ?? []
        assert.ok(Number(line) >= 1 && Number(line) <= text.split('\n').length + 1, message)
        assert.doesNotMatch(message, /JSON at position|Unexpected|undefined|\n/)
      },
    ),
  )
})
