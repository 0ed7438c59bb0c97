import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalHtml } from './canonical-html.ts'

const same = (one: string, other: string) => assert.deepEqual(canonicalHtml(one), canonicalHtml(other))
const different = (one: string, other: string) =>
  assert.notDeepEqual(canonicalHtml(one), canonicalHtml(other))

test('whitespace and the order of attributes are nothing', () => {
  same('<p id="a"\n class="b  c">x</p>', '<p class="b c" id="a">\n  x\n</p>')
  same('<input disabled>', '<input disabled="">')
  same('<svg><path d="M0"/></svg>', '<svg><path d="M0"></path></svg>')
  same('<p>it&#39;s &quot;x&quot;</p>', '<p>it\'s "x"</p>')
})

test('everything else is something', () => {
  different('<p>x</p>', '<p>y</p>')
  different('<p>x</p>', '<div>x</div>')
  different('<p class="a">x</p>', '<p class="b">x</p>')
  different('<p hidden>x</p>', '<p>x</p>')
  different('<p>x</p>', '<p>x')
  different('<b>x</b><b>y</b>', '<b>y</b><b>x</b>')
  different('<p>&lt;b&gt;</p>', '<p><b></p>')
  different('<span>Error:</span> x', '<span>Error:</span>x')
  different('<textarea>a\n b</textarea>', '<textarea>a b</textarea>')
  different('<i></i> <p class="moj-timeline__byline">x</p>', '<i></i><p class="moj-timeline__byline">x</p>')
})
