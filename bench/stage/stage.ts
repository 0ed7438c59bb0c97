import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { addArea, areaActor, readAreaFile } from '#access'
import { type Act, type Actor, makeAct } from '#platform/act.ts'
import { migrate } from '#platform/database/migrate.ts'
import { ensureDatabase, openDatabase } from '#platform/database/open.ts'
import { openPools, type Pools } from '#platform/database/pools.ts'
import { makeEnqueue } from '#platform/jobs/jobs.ts'
import { asAdministrator } from './administrator.ts'

export const AREA = 'nottinghamshire'
const CAST = join(import.meta.dirname, '..', '..', 'database', 'cast', `${AREA}.json`)

/** A database of its own for one benchmark: migrated, with the cast's area in it and nobody's record. */
export type Stage = {
  url: string
  secret: string
  /** A folder of its own, removed with the stage. */
  folder: string
  /** Where the server keeps the database: not always in that folder (platform/database/server-files.ts). */
  database_files: string
  pools: Pools
  act: Act
  actor: Actor & { receiving_team_id: string }
  /** Whether what an earlier run filled was found in the folder that is kept. */
  filled: boolean
  /** Ends this process's connections, so that the database can be copied. */
  disconnect: () => Promise<void>
  end: () => Promise<void>
}

/** A folder that outlives the run, so that the next one need not fill a database again; and what the filled one is called there. */
export type Kept = { folder: string; called: string }

/**
 * Starts the embedded server (as `npm start` would, durable) in a new folder, migrates it and adds the area. With `kept`, in that
 * folder, on a copy of what an earlier run filled if there is one.
 */
export async function setStage(kept?: Kept): Promise<Stage> {
  const folder = kept ? resolve(kept.folder) : mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755) // the server's own account must reach its files in it
  const database = await openDatabase({ data: folder })
  const { url, secret } = database
  const filled = kept !== undefined && (await beginAnew(url, kept.called))
  await migrate(url, secret)
  const pools = openPools(url, secret, { statement_timeout: 600_000 })
  const act = makeAct(pools, makeEnqueue(pools.app))
  let disconnected: Promise<void> | undefined
  const disconnect = () => (disconnected ??= pools.end())
  if (!filled) await addArea(pools, act, readAreaFile(JSON.parse(readFileSync(CAST, 'utf8'))))
  return {
    url,
    secret,
    folder,
    database_files: await filesOf(url),
    pools,
    act,
    actor: await areaActor(pools, AREA),
    filled,
    disconnect,
    end: async () => {
      await disconnect()
      await database.stop(true)
      if (!kept) rmSync(folder, { recursive: true, force: true })
    },
  }
}

const filesOf = (url: string): Promise<string> =>
  asAdministrator(url, async (client) => {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]!.data_directory
  })

/** Puts a copy of the filled database in the place of the one that a run left behind; an empty one where none is kept. Whether one was. */
async function beginAnew(url: string, called: string): Promise<boolean> {
  const server = new URL(url)
  server.pathname = '/postgres'
  const found = await asAdministrator(server.href, async (client) => {
    for (const left of ['waymark', 'waymark_bare'])
      await client.query(`drop database if exists ${left} with (force)`)
    return client.query('select from pg_database where datname = $1', [called])
  })
  const { rowCount } = found
  await ensureDatabase(server.href, 'waymark', rowCount ? called : undefined)
  return rowCount === 1
}

/** Keeps the database as it is now for the runs to come. Nobody may be connected to it. */
export const keepFilled = (url: string, { called }: Kept): Promise<string> =>
  ensureDatabase(url.replace(/\/waymark$/, '/postgres'), called, 'waymark')
