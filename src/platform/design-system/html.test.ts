import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { html as honoHtml, raw as honoRaw } from 'hono/html'
import { html, isFilled, raw, spaced } from './html.ts'

const child = fc.oneof(
  fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '\u00e9', '\u{1F469}') }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined),
)
const markup = fc.constantFrom('<b>x</b>', '', '&amp;')

test('it prints what hono/html prints', async () => {
  await fc.assert(
    fc.asyncProperty(child, fc.array(fc.array(child)), markup, async (one, many, done) =>
      assert.equal(
        String(html`<p id="${one}">${many}${raw(done)}</p>`),
        String(await honoHtml`<p id="${one}">${many}${honoRaw(done)}</p>`),
      ),
    ),
  )
})

test('markup within markup is not escaped again, text always is', async () => {
  const inner = html`<b>${'<i>'}</b>`
  assert.equal(String(html`${inner}${[inner, 'a & b']}`), '<b>&lt;i&gt;</b><b>&lt;i&gt;</b>a &amp; b')
  assert.equal(String(await honoHtml`${inner}`), String(inner))
})

test('empty markup is not filled, nought is', () => {
  assert.deepEqual([html``, '', null, undefined, false as const].map(isFilled), Array(5).fill(false))
  assert.ok(isFilled(0) && isFilled(html`x`))
  assert.equal(String(spaced(['a', html`<b></b>`])), 'a\n<b></b>')
})
