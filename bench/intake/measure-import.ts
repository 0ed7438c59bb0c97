import { asAdministrator } from '../stage/administrator.ts'
import { machine } from '../stage/machine.ts'
import { serveWaymark } from '../stage/serve-waymark.ts'
import { signIn } from '../stage/sign-in.ts'
import { setStage, type Stage } from '../stage/stage.ts'
import { seed } from '../pages/seed.ts'
import { copyAgain, type Copied } from './copy-again.ts'
import { runVerb } from './run-verb.ts'
import { watchPages, type Watched } from './watch-pages.ts'

export type ImportMeasured = {
  machine: string
  what: string
  rows: number
  seconds: number
  again_seconds: number
  peak_mb: number | undefined
  watched: Watched[]
  copied: Copied[]
}

/** Who is there before, so that there is a case to read while the import runs. */
const THERE_BEFORE = 400

/**
 * Runs one import by the command line while pages are asked of a web process beside it, runs it again (it must change nothing), and
 * then copies the rows that it wrote by COPY. `prepare` writes the files into the stage's folder and gives the verb and its rows.
 */
export async function measureImport(
  what: string,
  tables: readonly string[],
  prepare: (stage: Stage) => Promise<{ words: string[]; rows: number }>,
): Promise<ImportMeasured> {
  const about = machine()
  const stage = await setStage()
  try {
    const { words, rows } = await prepare(stage)
    await seed(stage, THERE_BEFORE)
    const { cookie } = await signIn(stage, 'Dan Jessop')
    const case_id = await aCase(stage.url)
    await stage.disconnect()
    const web = await serveWaymark(stage)
    const watching = watchPages(web.port, [
      { path: '/health', called: 'GET /health' },
      { path: `/cases/${case_id}`, cookie, called: 'read a case' },
    ])
    let first, watched
    try {
      first = await runVerb(stage, words)
    } finally {
      watched = await watching.stop()
      await web.stop()
    }
    const again = await runVerb(stage, words)
    const copied = await copyAgain(stage.url, stage.folder, tables)
    const { seconds, peak_mb } = first
    return { machine: about, what, rows, seconds, again_seconds: again.seconds, peak_mb, watched, copied }
  } finally {
    await stage.end()
  }
}

const aCase = (url: string): Promise<string> =>
  asAdministrator(url, async (client) => {
    const { rows } = await client.query<{ case_id: string }>(
      `select c.case_id from support.case c join access.team t on t.team_id = c.held_by join access.organisation o on o.organisation_id = t.organisation_id
       where o.code = 'victim-care' limit 1`,
    )
    return rows[0]!.case_id
  })
