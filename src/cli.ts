// The one command line: npm run --silent waymark -- VERB …
import { makeAct } from '#platform/act.ts'
import { runVerb } from '#platform/cli/run.ts'
import type { Verb } from '#platform/cli/verb.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { openPools } from '#platform/database/pools.ts'
import { writeSchema } from '#platform/database/write-schema.ts'
import { writeTables } from '#platform/database/write-tables.ts'
import { makeEnqueue } from '#platform/jobs/jobs.ts'
import { makeLog } from '#platform/log.ts'
import { assemble } from './app.ts'
import { readConfig } from './config.ts'

const schemaWrite: Verb = {
  words: 'schema write',
  does: 'Writes src/platform/database/tables.ts and database/schema.sql from the migrated database.',
  usage: '',
  options: {},
  run: async (_, { database_url }) => {
    await writeTables(database_url)
    await writeSchema(database_url)
  },
}

async function open() {
  const config = readConfig()
  const database = await openDatabase(config)
  await migrate(database.url, database.secret)
  const pools = openPools(database.url, database.secret, { max: 4, statement_timeout: 600_000 })
  return {
    pools,
    act: makeAct(pools, makeEnqueue(pools.app)),
    database_url: database.url,
    secret: database.secret,
    data: config.data,
    close: async () => {
      await pools.end()
      await database.stop()
    },
  }
}

// The verbs are known without a database, so that --help answers at once.
const nowhere = {
  pools: undefined!,
  act: undefined!,
  secret: '',
  origin: '',
  demonstration: false,
  log: makeLog(),
}
// Whoever reads only the first lines, as `| head` does, closes the pipe: that ends the printing, and is no defect.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
const verbs = [...assemble(nowhere).flatMap((m) => m.verbs ?? []), schemaWrite]
process.exitCode = await runVerb(process.argv.slice(2), verbs, open)
