import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { migrate, migrationFiles } from './database/migrate.ts'
import { ensureDatabase } from './database/open.ts'
import { openPools, type Pools } from './database/pools.ts'

const SECRET = 'only-for-tests'

export type TestDatabase = { url: string; secret: string; pools: Pools }

/**
 * A database of its own for one test file, on a real PostgreSQL, copied from a migrated template; dropped when the file's tests end.
 * The server is that of DATABASE_URL, or an embedded one under .waymark/test that stays up between runs (scripts/test.mjs ends its own).
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer()
  const template = await migratedTemplate(server)
  const name = `test_${process.pid}_${Date.now().toString(36)}_${Math.floor(performance.now())}`
  const url = await ensureDatabase(server, name, template)
  const grants = await administrator(url)
  // A copy of a database keeps its tables' grants, but not the right to connect.
  await grants.query(`revoke all on database ${name} from public;
    grant connect on database ${name} to waymark_app, waymark_figures, waymark_auditor, waymark_migrator; grant create on database ${name} to waymark_owner`)
  await grants.end()
  const pools = openPools(url, SECRET, { max: 4 })
  after(async () => {
    await pools.end()
    const client = await administrator(server)
    await client.query(`drop database if exists ${name} with (force)`)
    await client.end()
  })
  return { url, secret: SECRET, pools }
}

async function testServer(): Promise<string> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const { startEmbedded } = await import('./database/embedded.ts')
  const folder = process.env.WAYMARK_TEST_DATA ?? join(import.meta.dirname, '..', '..', '.waymark', 'test')
  return (await startEmbedded(folder, { fast: true })).url
}

async function migratedTemplate(server: string): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(migrationFiles())).digest('hex').slice(0, 12)
  const name = `template_${hash}`
  const client = await administrator(server)
  try {
    // One process migrates it, the others wait here until it is whole.
    await client.query(`select pg_advisory_lock(hashtext('waymark template'))`)
    const { rowCount } = await client.query(
      'select 1 from pg_database where datname = $1 and datistemplate',
      [name],
    )
    if (!rowCount) {
      await client.query(`drop database if exists ${name} with (force)`)
      await migrate(await ensureDatabase(server, name), SECRET)
      await client.query(`alter database ${name} is_template true`)
    }
  } finally {
    await client.end()
  }
  return name
}

async function administrator(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}
