import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { makeRefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { testApp } from '../../../../testing/cast.ts'
import { askFigure } from '../../figures/ask-figure.ts'
import type { Period } from '../../measures/index.ts'
import { importExtract } from '../import-extract.ts'
import { findExtractProfile } from '../profile.ts'
import { counted, type Fact } from './facts.ts'

export const t = await testApp({ areas: ['nottinghamshire'] })
const actor = await t.area()
const nell = await t.as('Nell Wainwright')
const folder = mkdtempSync(join(tmpdir(), 'waymark-five-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const tools = { act: t.act, actor, refreshStatistics: makeRefreshStatistics(t.url, t.secret) }

/** Writes a file of the force and says where it is. */
export const write = (name: string, bytes: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
/** Reads files through a profile that is written down as a file first. */
export async function read(profile: object, ...files: string[]) {
  const named = findExtractProfile('recorded-crime', write('profile.json', JSON.stringify(profile, null, 2)))
  const results = []
  for (const file of files) results.push(await importExtract(tools, 'recorded-crime', file, named))
  return results
}
/** Every measure of the year is what the facts say. */
export async function isCounted(facts: readonly Fact[], year: number) {
  for (const [asked, expected] of Object.entries(counted(facts))) {
    const [measure = '', by] = asked.split(' by ')
    const figure = await nell.act((ctx) =>
      askFigure(ctx, { measure, by: by ? [by] : [], from: `${year}-01-01`, to: `${year}-12-31` }),
    )
    const got = by ? Object.fromEntries(figure.by!.map((line) => [line[by], line.value])) : figure.value
    assert.deepEqual(got, expected, `${asked}, ${year}`)
  }
}

/** The same of an extract of anti-social behaviour. */
export const readAsb = (profile: object, file: string) =>
  importExtract(
    tools,
    'asb',
    file,
    findExtractProfile('asb', write('asb-profile.json', JSON.stringify(profile))),
  )

export const ask = (measure: string, period: Period) =>
  nell.act((ctx) => askFigure(ctx, { measure, ...period }))
