import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { canonicalHtml } from './canonical-html.ts'
import { raw } from './html.ts'
import type { Html } from './html.ts'
import * as govuk from './govuk/index.ts'
import * as moj from './moj/index.ts'
import { officialMacros } from './official-macros.ts'
import { MOJ_EXAMPLES } from './moj/examples.ts'

type Fixture = Readonly<{ name: string; options: unknown; html: Html }>

const OFFICIAL = new URL('../../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url)
const SLOTS = new Set(['start', 'end', 'navigationStart', 'navigationEnd'])

/** In fixtures markup is a plain string; our components take it only as `Html`. */
const readFixtures = (component: string): Fixture[] =>
  JSON.parse(readFileSync(new URL(`${component}/fixtures.json`, OFFICIAL), 'utf8'), (key, value: unknown) =>
    typeof value === 'string' && (key === 'html' || key.endsWith('Html') || SLOTS.has(key))
      ? raw(value)
      : value,
  ).fixtures

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

describe('GOV.UK: every official fixture', () => {
  for (const [name, component] of Object.entries(govuk))
    test(name, async (t) => {
      const fixtures = readFixtures(kebab(name))
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
