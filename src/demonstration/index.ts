import { makeProgress } from '#platform/cli/progress.ts'
import type { Verb } from '#platform/cli/verb.ts'
import { oneAtATime } from '#platform/database/one-at-a-time.ts'
import { makeRefreshStatistics } from '#platform/database/refresh-statistics.ts'
import type { Module } from '#platform/module.ts'
import { demonstrationWaits, loadDemonstration, type LoadTools } from './load-demonstration.ts'

export { introduction } from './introduction.ts'
export { demonstrationWaits, loadDemonstration } from './load-demonstration.ts'

/** Loads the demonstration with its progress on standard error: a line for each part, and a bar where somebody watches. Of two at once one waits. */
export async function loadWithProgress(
  tools: Pick<LoadTools, 'pools' | 'act'> & { database_url: string; secret: string },
): Promise<void> {
  const waits = () =>
    void process.stderr.write(
      'Another Waymark is loading the demonstration into this database: waiting for it.\n',
    )
  await oneAtATime({ ...tools, name: 'waymark demonstration', waits }, async (waited) => {
    if (!waited || (await demonstrationWaits(tools.pools))) await load(tools)
  })
}

async function load(tools: Parameters<typeof loadWithProgress>[0]): Promise<void> {
  const bar = makeProgress('Loading')
  process.stderr.write('Loading the demonstration: every person in it is invented.\n')
  await loadDemonstration({
    ...tools,
    refreshStatistics: makeRefreshStatistics(tools.database_url, tools.secret),
    say: (line) => {
      bar.end()
      process.stderr.write(`  ${line}\n`)
    },
    tell: (done, total) => bar.tick(done, total),
  })
}

const loadVerb: Verb = {
  words: 'demonstration load',
  does: 'Loads the demonstration: its cast, two years of a service, and some cases of these days. All invented.',
  usage: '',
  options: {},
  more: 'npm start does this by itself on an empty database. Run again, it adds only what is not there yet.',
  run: async (_, tools) => {
    if (process.env.WAYMARK_ENV === 'production')
      throw new Error(
        'WAYMARK_ENV is production: the demonstration is not loaded where real people are helped.',
      )
    await loadWithProgress(tools)
    tools.say('The demonstration is loaded. npm start shows it.')
  },
}

/** The demonstration as the assembly knows it. */
export const demonstration = (): Module => ({ name: 'demonstration', routes: [], verbs: [loadVerb] })
