import pg from 'pg'
import { join } from 'node:path'
import { startEmbedded } from './embedded.ts'
import { secretFile } from './server-files.ts'

export type OpenDatabase = {
  /** Signs in to Waymark's own database as an administrator: for `migrate` only. */
  url: string
  secret: string
  /** Whether this process started the embedded server, and so must stop it. */
  started_here: boolean
  stop: (even_if_used?: boolean) => Promise<void>
}

/** The deployment's database: the server of DATABASE_URL, or the embedded one in `data`. Throws a sentence when it is out of reach. */
export async function openDatabase(settings: {
  data: string
  database_url?: string | undefined
  secret?: string | undefined
}): Promise<OpenDatabase> {
  const secret = settings.secret ?? secretFile(settings.data, 'secret')
  if (settings.database_url) {
    await reach(settings.database_url)
    return { url: settings.database_url, secret, started_here: false, stop: async () => {} }
  }
  const server = await startEmbedded(join(settings.data))
  return { ...server, url: await ensureDatabase(server.url, 'waymark'), secret }
}

/** Makes the database `name` on the server of `server_url` if it is not there (from `template`, if given); returns its address. */
export async function ensureDatabase(server_url: string, name: string, template?: string): Promise<string> {
  const client = new pg.Client({ connectionString: server_url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount)
      await client
        .query(
          `create database ${client.escapeIdentifier(name)} ${template ? `template ${client.escapeIdentifier(template)}` : ''}`,
        )
        .catch((error: { code?: string }) => {
          if (error.code !== '42P04' && error.code !== '23505') throw error // another process made it in the same moment
        })
  } finally {
    await client.end()
  }
  const url = new URL(server_url)
  url.pathname = `/${name}`
  return url.href
}

const LIKE = 'postgres://name:password@server:5432/database'

async function reach(database_url: string) {
  if (!/^postgres(ql)?:$/.test(URL.parse(database_url)?.protocol ?? ''))
    throw new Error(`DATABASE_URL is not the address of a PostgreSQL database, like ${LIKE}.`)
  const client = new pg.Client({ connectionString: database_url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    throw new Error(
      `The database of DATABASE_URL cannot be used: ${(error as Error).message || (error as { code?: string }).code}. ` +
        `Check that its server runs and that the address is right, like ${LIKE}.`,
      { cause: error },
    )
  } finally {
    await client.end().catch(() => {})
  }
}
