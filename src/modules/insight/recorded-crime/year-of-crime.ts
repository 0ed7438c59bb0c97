import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { unzipSync } from 'fflate'
import { makeRefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { testApp } from '../../../testing/cast.ts'
import { importExtract } from '../extracts/import-extract.ts'
import { findExtractProfile } from '../extracts/profile.ts'

const ZIP = join(import.meta.dirname, '../../../../database/demonstration/nottinghamshire-2013-14.zip')

/** For the test: Nottinghamshire with the demonstration's two extracts of 2013-14 in it; `again` reads the second once more. */
export async function yearOfCrime() {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-extracts-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(ZIP))))
    writeFileSync(join(folder, name), bytes)
  const t = await testApp({ areas: ['nottinghamshire'] })
  const actor = await t.area()
  const tools = { act: t.act, actor, refreshStatistics: makeRefreshStatistics(t.url, t.secret) }
  const read = async (kind: 'recorded-crime' | 'asb', file: string, profile: string) =>
    importExtract(tools, kind, join(folder, file), findExtractProfile(kind, profile))
  const again = () => read('asb', 'asb-incidents.csv', 'nottinghamshire-asb-2014')
  return {
    t,
    actor,
    nell: await t.as('Nell Wainwright'),
    crime: await read('recorded-crime', 'recorded-crime.csv', 'nottinghamshire-crime-2014'),
    asb: await again(),
    again,
  }
}
