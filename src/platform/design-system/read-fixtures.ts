import { readFileSync } from 'node:fs'
import { raw } from './html.ts'
import type { Html } from './html.ts'

/** One of the official examples of a component: its parameters and the markup they must give. */
export type Fixture = Readonly<{ name: string; options: object; html: Html }>

const OFFICIAL = new URL('../../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url)
const SLOTS = new Set(['start', 'end', 'navigationStart', 'navigationEnd'])
const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * The official fixtures of a component by our name for it. In them markup is a plain string; our components take it
 * only as `Html`.
 */
export const readFixtures = (component: string): Fixture[] =>
  JSON.parse(
    readFileSync(new URL(`${kebab(component)}/fixtures.json`, OFFICIAL), 'utf8'),
    (key, value: unknown) =>
      typeof value === 'string' && (key === 'html' || key.endsWith('Html') || SLOTS.has(key))
        ? raw(value)
        : value,
  ).fixtures
