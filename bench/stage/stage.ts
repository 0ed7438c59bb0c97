import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addArea, areaActor, readAreaFile } from '#access'
import { type Act, type Actor, makeAct } from '#platform/act.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { openPools, type Pools } from '#platform/database/pools.ts'
import { makeEnqueue } from '#platform/jobs/jobs.ts'

export const AREA = 'nottinghamshire'
const CAST = join(import.meta.dirname, '..', '..', 'database', 'cast', `${AREA}.json`)

/** A database of its own for one benchmark: migrated, with the cast's area in it and nobody's record. */
export type Stage = {
  url: string
  secret: string
  /** A folder of its own, removed with the stage. */
  folder: string
  pools: Pools
  act: Act
  actor: Actor & { receiving_team_id: string }
  /** Ends this process's connections, so that the database can be copied. */
  disconnect: () => Promise<void>
  end: () => Promise<void>
}

/** Starts the embedded server (as `npm start` would, durable) in a new folder, migrates it and adds the area. */
export async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  chmodSync(folder, 0o755) // the server's own account must reach its files in it
  const database = await openDatabase({ data: folder })
  const { url, secret } = database
  await migrate(url, secret)
  const pools = openPools(url, secret, { statement_timeout: 600_000 })
  const act = makeAct(pools, makeEnqueue(pools.app))
  let disconnected: Promise<void> | undefined
  const disconnect = () => (disconnected ??= pools.end())
  await addArea(pools, act, readAreaFile(JSON.parse(readFileSync(CAST, 'utf8'))))
  return {
    url,
    secret,
    folder,
    pools,
    act,
    actor: await areaActor(pools, AREA),
    disconnect,
    end: async () => {
      await disconnect()
      await database.stop(true)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
