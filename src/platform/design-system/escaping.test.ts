import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as fc from 'fast-check'
import { canonicalHtml } from './canonical-html.ts'
import * as govuk from './govuk/index.ts'
import { raw } from './html.ts'
import * as moj from './moj/index.ts'
import { MOJ_EXAMPLES } from './moj/examples.ts'
import { readFixtures } from './read-fixtures.ts'
import { WITH_TEXT } from './gallery/with-text.ts'

const PARTS = [
  '<script>alert(1)</script>',
  '">',
  "'",
  ' onload=x ',
  '&',
  '&lt;',
  '</textarea>',
  '</title>',
  '-->',
  '\u202e',
  '\u0000',
]
const HOSTILE = fc
  .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 6 })
  .map((parts) => `x${parts.join('')}x`)

/** The elements and the names of their attributes, with the places of text: what text must never change. */
const shapeOf = (markup: string): string[] =>
  canonicalHtml(markup.replaceAll(/="[^"]*"/g, '')).map((token) => (token.startsWith('<') ? token : 'text'))

/** The same parameters with every text in them changed. Markup stays: it was escaped when it was made. */
function withText(given: unknown, text: string, key = ''): unknown {
  if (typeof given === 'string') return given === '' || key === 'timestamp' || key === 'type' ? given : text
  if (Array.isArray(given)) return given.map((item) => withText(item, text))
  if (typeof given !== 'object' || given === null || 'isEscaped' in given) return given
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, withText(value, text, name)]))
}

function neverChangesShape(render: (text: string) => unknown) {
  const harmless = shapeOf(String(render('x')))
  fc.assert(
    fc.property(HOSTILE, (text) => assert.deepEqual(shapeOf(String(render(text))), harmless)),
    { numRuns: 20 },
  )
}

test('the check notices what is not escaped', () => {
  assert.throws(() => neverChangesShape((text) => raw(`<p>${text}</p>`)))
  assert.throws(() => neverChangesShape((text) => raw(`<p id="${text}"></p>`)))
})

describe('hostile text in any parameter is shown as text', () => {
  for (const [name, component] of Object.entries(govuk))
    test(name, () => {
      for (const { options } of readFixtures(name))
        neverChangesShape((text) => Reflect.apply(component, undefined, [withText(options, text)]))
    })
  for (const [name, component] of Object.entries(moj))
    test(name, () => {
      for (const params of Object.entries(MOJ_EXAMPLES).find(([of]) => of === name)?.[1] ?? [])
        neverChangesShape((text) => Reflect.apply(component, undefined, [withText(params, text)]))
    })
  for (const [name, render] of Object.entries(WITH_TEXT)) test(name, () => neverChangesShape(render))
})
