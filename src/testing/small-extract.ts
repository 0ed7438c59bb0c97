import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '#platform/act.ts'
import { makeRefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { importExtract } from '../modules/insight/extracts/import-extract.ts'
import { readExtractProfile } from '../modules/insight/extracts/profile.ts'
import type { testApp } from './cast.ts'

const profile = readExtractProfile('recorded-crime', {
  profile: 'small',
  title: 'A small extract',
  date_formats: ['YYYY-MM-DD'],
  columns: {
    crime_number: 'number',
    recorded_on: 'day',
    class: 'class',
    surname: 'surname',
    forenames: 'forenames',
    nominal: 'nominal',
  },
})
let next = 0

/** Makes what imports an extract of recorded crime into the area: so many crimes of each class on a day, each with a victim of its own or all of one. */
export async function smallExtract(t: Awaited<ReturnType<typeof testApp>>) {
  const actor = await t.area()
  return async (of: Record<string, number>, day = '2020-05-04', victim?: string): Promise<void> => {
    const path = join(tmpdir(), `waymark-${newId()}.csv`)
    const rows = Object.entries(of).flatMap(([name, count]) =>
      Array.from({ length: count }, () => {
        next++
        return `C${next},${day},${name},Ashdown,Ada,${victim ?? `N${next}`}`
      }),
    )
    writeFileSync(path, ['number,day,class,surname,forenames,nominal', ...rows].join('\n'))
    const refreshStatistics = makeRefreshStatistics(t.url, t.secret)
    await importExtract({ act: t.act, actor, refreshStatistics }, 'recorded-crime', path, profile)
  }
}
