import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { addressFor, makeRoles } from './roles.ts'

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'database', 'migrations')

/** The plain SQL migrations of database/migrations, in the order of their names. */
export function migrationFiles(): { name: string; text: string }[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: file.slice(0, -4), text: readFileSync(join(FOLDER, file), 'utf8') }))
}

/**
 * Brings the database to what this version needs: roles, then each new migration in a transaction of its own, then the queue.
 * `database_url` signs in as an administrator. Returns the names of the migrations that ran. Throws with the name of one that failed.
 */
export async function migrate(database_url: string, secret: string): Promise<string[]> {
  await makeRoles(database_url, secret)
  const connectionString = addressFor('waymark_migrator', database_url, secret)
  const pool = new pg.Pool({ connectionString, max: 2, options: '-c role=waymark_owner' })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrations = Object.fromEntries(
      migrationFiles().map(({ name, text }) => [
        name,
        { up: async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db)) },
      ]),
    )
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      migrationTableSchema: 'migrations',
      allowUnorderedMigrations: true,
    })
    const { error, results } = await migrator.migrateToLatest()
    const failed = results?.find((result) => result.status === 'Error')
    if (error)
      throw new Error(`Migration ${failed?.migrationName ?? ''} failed: ${(error as Error).message}`, {
        cause: error,
      })
    await makeQueue(connectionString)
    return (results ?? []).map((result) => result.migrationName)
  } finally {
    await db.destroy()
  }
}

async function makeQueue(connectionString: string) {
  const pool = new pg.Pool({ connectionString, max: 2, options: '-c role=waymark_owner' })
  const executeSql = (text: string, values?: unknown[]) => pool.query(text, values)
  const boss = new PgBoss({ db: { executeSql }, schema: 'jobs', supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  await boss.stop({ graceful: false })
  await pool.query(`grant usage on schema jobs to waymark_app;
    grant select, insert, update, delete on all tables in schema jobs to waymark_app;
    grant execute on all functions in schema jobs to waymark_app`)
  await pool.end()
}
