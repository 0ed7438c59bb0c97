import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addArea, areaActor, changeAreaSettings, findArea, listAreas, readAreaFile } from '#access'
import { moveService, readProfile } from '#moving'
import { type Act, newId } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import type { RefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { dayInLondon } from '#reference'
import { findProfile, importTransfer } from '#referrals'
import { agreements } from './agreements.ts'
import { crimeOfAYear } from './crime-of-a-year.ts'
import { daysOfTransfer } from './days-of-transfer.ts'
import { firstPaper } from './first-paper.ts'
import { planInOtherWords } from './plan-in-other-words.ts'
import { firstPlan } from './first-plan.ts'
import { firstPublications } from './first-publications.ts'
import { recentCases } from './recent-cases.ts'
import { recentTransfers } from './recent-transfers.ts'
import { tablesOfAYear } from './tables-of-a-year.ts'
import { withUnpacked } from './unpack.ts'

const CAST = join(import.meta.dirname, '..', '..', 'database', 'cast')
const PROFILE = join(import.meta.dirname, '..', 'modules', 'moving', 'profiles', 'victim-care-2019.json')
/** The area whose life the demonstration shows. */
export const AREA = 'nottinghamshire'
/** In the area's settings while its demonstration is being loaded: a start that finds it goes on. */
const STATE = 'demonstration_data'
/** The day on which it was first loaded, which a loading that goes on keeps: its files are the same again. */
const DAY = 'demonstration_day'

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
 * Loads the demonstration: the cast, two years of a service, some days of a force's transfer up to today, and cases of these days
 * worked by the cast. Every part may be stopped and run again: what is there is left as it is. Never in production (the caller sees to that).
 */
export async function loadDemonstration(tools: LoadTools): Promise<void> {
  const { pools, act, say } = tools
  for (const file of readdirSync(CAST)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .toReversed()) {
    const area = readAreaFile(JSON.parse(readFileSync(join(CAST, file), 'utf8')))
    if (await findArea(pools, area.code)) continue
    const settings = area.code === AREA ? { [STATE]: 'loading', [DAY]: dayInLondon() } : {}
    await addArea(pools, act, { ...area, settings: { ...area.settings, ...settings } })
    say(`${area.name}: its organisations, teams and people.`)
  }
  const actor = await areaActor(pools, AREA)
  const kept = (await findArea(pools, AREA))!.settings[DAY]
  const today = typeof kept === 'string' ? kept : dayInLondon()
  await act(actor, { visit_id: newId(), query: {} }, (ctx) => changeAreaSettings(ctx, { [DAY]: today }))
  await agreements(pools, act, AREA)
  await withUnpacked('nottinghamshire.zip', async (folder) => {
    say('Two years of a victim service, 2017 and 2018 …')
    const profile = readProfile(JSON.parse(readFileSync(PROFILE, 'utf8')))
    const export_folder = join(folder, 'notts-2017-18')
    const { proof } = await moveService(
      act,
      actor,
      export_folder,
      profile,
      tools.refreshStatistics,
      tools.tell,
    )
    const rows = proof.files.reduce((sum, file) => sum + file.rows_read, 0)
    say(`… ${rows.toLocaleString('en-GB')} rows in ${proof.seconds.toFixed(0)} seconds.`)
    await transfers(tools, [
      ...recentTransfers(today),
      ...daysOfTransfer(join(folder, 'daily-transfer'), today),
    ])
  })
  say('The police transfer of these days.')
  await recentCases(pools, act, AREA)
  await firstPaper(pools, act, AREA)
  say('Cases that the cast is working on, and the service’s paper.')
  await firstPlan(pools, act, AREA)
  await planInOtherWords(pools, act, 'cumbria')
  say(
    'The Commissioner’s delivery plan: three quarters of 2018-19, and this one; and another office’s, in its own words.',
  )
  await firstPublications(pools, act, AREA)
  say('Two papers, published, and the meetings that heard them.')
  await crimeOfAYear(tools, actor)
  await tablesOfAYear(pools, act, AREA)
  say('A year of recorded crime and anti-social behaviour, 2013 and 2014, and its published tables.')
  await act(actor, { visit_id: newId(), query: {} }, (ctx) => changeAreaSettings(ctx, { [STATE]: 'loaded' }))
}

async function transfers(
  { pools, act }: LoadTools,
  files: readonly { file_name: string; content: Buffer }[],
): Promise<void> {
  const actor = await areaActor(pools, AREA)
  const profile = await act(actor, { visit_id: newId(), query: {} }, (ctx) =>
    findProfile(ctx, 'nottinghamshire-police'),
  )
  for (const { file_name, content } of files)
    await importTransfer(
      {
        file_name,
        bytes: content.length,
        came_by: 'command-line',
        open: async function* () {
          yield content
        },
      },
      { act, actor, held_by: actor.receiving_team_id, profile },
    )
}
