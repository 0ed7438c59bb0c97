import { test } from 'node:test'
import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { visibleText } from '#platform/words/visible-text.ts'
import { escapeXml, xmlAttributes } from './escape.ts'
import { elementsNamed, readXml, textWithin, XmlError } from './read-xml.ts'

test('a document is read into elements, attributes and text', () => {
  const root = readXml(
    `<?xml version="1.0"?><!-- c --><a x='1' y="&lt;&#x41;"><b/>t&amp;u<![CDATA[<raw>]]><b>é</b></a>\n`,
  )
  assert.deepEqual({ ...root.attributes }, { x: '1', y: '<A' })
  assert.equal(elementsNamed(root, 'b').length, 2)
  assert.equal(textWithin(root), 't&u<raw>é')
})

test('what is not well-formed is refused, and so is a document type', () => {
  for (const wrong of [
    '',
    '<a>',
    '</a>',
    '<a></b>',
    '<a/><b/>',
    'x<a/>',
    '<a x="1" x="2"/>',
    '<a x=1/>',
    '<a x="<"/>',
    '<a>&nbsp;</a>',
    '<a>&</a>',
    '<a>&#0;</a>',
    '<a>\u0007</a>',
    '<a>\uD800</a>',
    '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
    '<a>'.repeat(501) + '</a>'.repeat(501),
  ])
    assert.throws(() => readXml(wrong), XmlError, wrong.slice(0, 40))
})

test('whatever text is escaped is read back as the visible text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (value, content) => {
      const root = readXml(`<a${xmlAttributes({ value, gone: undefined })}>${escapeXml(content)}</a>`)
      assert.deepEqual({ ...root.attributes }, { value: visibleText(value) })
      assert.equal(textWithin(root), visibleText(content))
    }),
  )
})
