import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { canonicalHtml } from './canonical-html.ts'
import * as govuk from './govuk/index.ts'
import * as moj from './moj/index.ts'
import { officialMacros } from './official-macros.ts'
import { readFixtures } from './read-fixtures.ts'
import { MOJ_EXAMPLES } from './moj/examples.ts'

describe('GOV.UK: every official fixture', () => {
  for (const [name, component] of Object.entries(govuk))
    test(name, async (t) => {
      const fixtures = readFixtures(name)
      assert.ok(fixtures.length > 3)
      for (const { name: title, options, html } of fixtures)
        await t.test(title, () => {
          const ours = String(Reflect.apply(component, undefined, [options]))
          assert.deepEqual(canonicalHtml(ours), canonicalHtml(String(html)))
        })
    })
})

describe('MoJ: as its own macros write it', () => {
  const render = officialMacros()
  for (const [name, component] of Object.entries(moj))
    test(name, async (t) => {
      const examples = Object.entries(MOJ_EXAMPLES).find(([of]) => of === name)?.[1] ?? []
      assert.ok(examples.length > 1, 'a component needs examples')
      for (const [index, params] of examples.entries())
        await t.test(`example ${index + 1}`, () => {
          const ours = String(Reflect.apply(component, undefined, [params]))
          assert.deepEqual(canonicalHtml(ours), canonicalHtml(render(name, params)))
        })
    })
})
