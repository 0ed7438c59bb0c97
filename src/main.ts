// waymark web | worker | migrate: what runs for as long as the service does. Everything else is a verb of src/cli.ts.
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { areaActor, listAreas, whyNotInProduction } from '#access'
import { makeAct } from '#platform/act.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase, type OpenDatabase } from '#platform/database/open.ts'
import { openPools } from '#platform/database/pools.ts'
import { makeEnqueue, startWorker } from '#platform/jobs/jobs.ts'
import { makeLog } from '#platform/log.ts'
import { deliverBySmtp, deliverToFolder } from '#platform/mail/index.ts'
import { assemble, makeApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { demonstrationWaits, loadWithProgress } from './demonstration/index.ts'

const wanted = process.argv[2] ?? 'start'
// What is to be ended, the last begun first. The first is the database, however it is ended.
const stops: (() => Promise<unknown>)[] = []
let stopping: Promise<void> | undefined
const stop = (code: number) =>
  (stopping ??= (async () => {
    for (const each of stops.toReversed())
      await each().catch((error: Error) => process.stderr.write(`${error.message}\n`))
    process.exit(code)
  })())

async function main() {
  const config = readConfig()
  const database = await openDatabase(config)
  stops.push(() => database.stop(true))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  await serveFrom(config, database).catch((error: Error) => {
    // Whatever was under way when everything was stopped may fail by it, and is told of no more.
    if (stopping) return stopping
    process.stderr.write(`${error.message}\n`)
    // Another process may be at work on this database: it is left to it.
    stops[0] = () => database.stop()
    return stop(1)
  })
}

async function serveFrom(config: Config, database: OpenDatabase) {
  const log = makeLog()
  const ran = await migrate(database.url, database.secret)
  if (ran.length > 0) process.stderr.write(`The database is ready (${ran.length} migrations).\n`)
  if (wanted === 'migrate') return stop(0)

  const pools = openPools(database.url, database.secret)
  stops.push(() => pools.end())
  const refused =
    config.environment === 'production' && whyNotInProduction(await listAreas(pools), config.origin)
  if (refused) throw new Error(refused)
  const act = makeAct(pools, makeEnqueue(pools.app))
  // Into an empty database, and nowhere else: data of one's own stays as it is.
  const toLoad =
    wanted === 'start' && config.environment === 'demonstration' && (await demonstrationWaits(pools))
  const demonstration = config.environment !== 'production' && (toLoad || (await isDemonstration()))
  const { origin, proxies } = config
  const outbox = demonstration ? join(config.data, 'outbox') : undefined
  const deliver = outbox ? deliverToFolder(outbox) : config.smtp && deliverBySmtp(config.smtp)
  const mail = { deliver, outbox }
  const options = { pools, act, secret: database.secret, origin, proxies, demonstration, mail, log }
  const modules = assemble(options)

  if (wanted !== 'web') {
    const areaActors = async () =>
      Promise.all((await listAreas(pools)).map((area) => areaActor(pools, area.code)))
    const worker = await startWorker({
      pool: pools.app,
      jobs: modules.flatMap((m) => m.jobs ?? []),
      act,
      areaActors,
      log,
    })
    stops.push(() => worker.stop())
  }
  if (toLoad) await loadWithProgress({ pools, act, database_url: database.url, secret: database.secret })

  if (wanted !== 'worker') {
    const server = serve({ fetch: makeApp(options, modules).fetch, port: config.port }, () => {
      process.stderr.write(`Waymark is at ${config.origin}\n`)
    })
    server.on('error', (error: NodeJS.ErrnoException) => {
      const why = {
        EADDRINUSE: `Port ${config.port} is in use. Stop what uses it, or start on another: PORT=${config.port + 1} npm start`,
        EACCES: `This account may not use port ${config.port}. Start on another: PORT=3000 npm start`,
      }
      process.stderr.write(`${why[error.code as keyof typeof why] ?? error.message}\n`)
      void stop(1)
    })
    stops.push(async () => {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  }

  async function isDemonstration() {
    return (await listAreas(pools)).some((area) => area.demonstration)
  }
}

await main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
