import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addArea, areaActor, changeAreaSettings, findArea, listAreas, readAreaFile } from '#access'
import { moveService, readProfile } from '#moving'
import { type Act, newId } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import type { RefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { dayInLondon } from '#reference'
import { type ArrivedFile, findProfile, importTransfer } from '#referrals'
import { firstPaper } from './first-paper.ts'
import { recentCases } from './recent-cases.ts'
import { recentTransfers } from './recent-transfers.ts'
import { withUnpacked } from './unpack.ts'

const CAST = join(import.meta.dirname, '..', '..', 'database', 'cast')
const PROFILE = join(import.meta.dirname, '..', 'modules', 'moving', 'profiles', 'victim-care-2019.json')
/** The area whose life the demonstration shows. */
export const AREA = 'nottinghamshire'
/** In the area's settings while its demonstration is being loaded: a start that finds it goes on. */
const STATE = 'demonstration_data'

export type LoadTools = {
  pools: Pools
  act: Act
  refreshStatistics: RefreshStatistics
  /** A sentence for each part. */
  say: (line: string) => void
  /** How far the large part is. */
  tell?: (done: number, total: number) => void
}

/** Whether a start should load the demonstration: there is nothing yet, or a loading was stopped before its end. */
export async function demonstrationWaits(pools: Pools): Promise<boolean> {
  const areas = await listAreas(pools)
  return areas.length === 0 || areas.some((area) => area.settings[STATE] === 'loading')
}

/**
 * Loads the demonstration: the cast, two years of a service, three days of a force's transfer, and some cases of these days worked
 * by the cast. Every part may be stopped and run again: what is there is left as it is. Never in production (the caller sees to that).
 */
export async function loadDemonstration(tools: LoadTools): Promise<void> {
  const { pools, act, say } = tools
  for (const file of readdirSync(CAST)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .toReversed()) {
    const area = readAreaFile(JSON.parse(readFileSync(join(CAST, file), 'utf8')))
    if (await findArea(pools, area.code)) continue
    await addArea(pools, act, {
      ...area,
      settings: { ...area.settings, ...(area.code === AREA ? { [STATE]: 'loading' } : {}) },
    })
    say(`${area.name}: its organisations, teams and people.`)
  }
  const actor = await areaActor(pools, AREA)
  await withUnpacked(async (folder) => {
    say('Two years of a victim service, 2017 and 2018 …')
    const { proof } = await moveService(
      act,
      actor,
      join(folder, 'notts-2017-18'),
      readProfile(JSON.parse(readFileSync(PROFILE, 'utf8'))),
      tools.refreshStatistics,
      tools.tell,
    )
    const rows = proof.files.reduce((sum, file) => sum + file.rows_read, 0)
    say(`… ${rows.toLocaleString('en-GB')} rows in ${proof.seconds.toFixed(0)} seconds.`)
    const days = join(folder, 'daily-transfer')
    await transfers(
      tools,
      readdirSync(days)
        .toSorted()
        .map((name) => onDisk(join(days, name), name)),
    )
    say('Three days of the police transfer, March 2017.')
  })
  await transfers(
    tools,
    recentTransfers(dayInLondon()).map(({ file_name, content }) => ({
      file_name,
      bytes: content.length,
      came_by: 'command-line' as const,
      open: async function* () {
        yield content
      },
    })),
  )
  await recentCases(pools, act, AREA)
  await firstPaper(pools, act, AREA)
  say('What arrived these days, and the cases that the cast is working on.')
  await act(actor, { visit_id: newId(), query: {} }, (ctx) => changeAreaSettings(ctx, { [STATE]: 'loaded' }))
}

const onDisk = (path: string, file_name: string): ArrivedFile => ({
  file_name,
  bytes: statSync(path).size,
  came_by: 'command-line',
  open: () => createReadStream(path),
})

async function transfers({ pools, act }: LoadTools, files: readonly ArrivedFile[]) {
  const actor = await areaActor(pools, AREA)
  const profile = await act(actor, { visit_id: newId(), query: {} }, (ctx) =>
    findProfile(ctx, 'nottinghamshire-police'),
  )
  for (const file of files)
    await importTransfer(file, { act, actor, held_by: actor.receiving_team_id, profile })
}
