import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { canonicalHtml } from './canonical-html.ts'
import { raw } from './html.ts'
import * as govuk from './govuk/index.ts'

type Fixture = Readonly<{ name: string; options: object; html: string }>

const FIXTURES = new URL('../../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url)
const fixturesOf = (component: string): Fixture[] =>
  JSON.parse(readFileSync(new URL(`${component}/fixtures.json`, FIXTURES), 'utf8')).fixtures

/** In fixtures markup is a string; our components take it only as `Html`. Slots are markup too. */
function withMarkup(value: unknown, key = '', within = ''): unknown {
  if (typeof value === 'string')
    return key === 'html' || key.endsWith('Html') || within === 'slots' ? raw(value) : value
  if (Array.isArray(value)) return value.map((item) => withMarkup(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withMarkup(item, name, key)]))
}

describe('every component gives the markup of every official fixture', () => {
  const components = Object.entries(govuk as Record<string, (params: never) => object>)
  for (const [name, component] of components) {
    const folder = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    test(folder, async (t) => {
      const fixtures = fixturesOf(folder)
      assert.ok(fixtures.length > 0)
      for (const fixture of fixtures)
        await t.test(fixture.name, () =>
          assert.deepEqual(
            canonicalHtml(String(component(withMarkup(fixture.options) as never))),
            canonicalHtml(fixture.html),
          ),
        )
    })
  }
})
