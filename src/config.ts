import { join, resolve } from 'node:path'

export type Config = {
  /** 'demonstration' offers the cast on the sign-in page; 'production' refuses to. */
  environment: 'demonstration' | 'production' | 'test'
  /** Where the pages are served. */
  port: number
  /** Where people reach the pages; cookies are `__Host-` when it is https. */
  origin: string
  /** How many proxies of ours stand before it: the network address is the one that the outermost of them saw. */
  proxies: number
  /** Folder of the embedded database and of the deployment's secret. */
  data: string
  /** A real server instead of the embedded one (PostgreSQL 15 or later), as a role that may create roles and databases' schemas. */
  database_url: string | undefined
  /** Keys for role passwords and form tokens are derived from it; read from `data` when not set. */
  secret: string | undefined
  /** The server that mail leaves by; none: mail waits. The demonstration writes to a folder of `data` instead, whatever is set. */
  smtp: { url: string; from: string } | undefined
}

/** Reads the deployment's settings from the environment. Throws a sentence that names the setting when one is unusable. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const environment = env.WAYMARK_ENV ?? 'demonstration'
  if (environment !== 'demonstration' && environment !== 'production' && environment !== 'test')
    throw new Error(`WAYMARK_ENV is "${environment}". It can be demonstration or production.`)
  const port = Number(env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT is "${env.PORT}". It must be a number from 0 to 65535.`)
  const proxies = Number(env.WAYMARK_PROXIES ?? 0)
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 9)
    throw new Error(`WAYMARK_PROXIES is "${env.WAYMARK_PROXIES}". It must be a number from 0 to 9.`)
  if (env.WAYMARK_SMTP && !env.WAYMARK_MAIL_FROM)
    throw new Error('WAYMARK_SMTP is set: set WAYMARK_MAIL_FROM too, like Waymark <papers@example.org>.')
  return {
    environment,
    port,
    origin: env.WAYMARK_ORIGIN ?? `http://localhost:${port}`,
    proxies,
    data: resolve(env.WAYMARK_DATA ?? join(import.meta.dirname, '..', '.waymark')),
    database_url: env.DATABASE_URL || undefined,
    secret: env.WAYMARK_SECRET || undefined,
    smtp: env.WAYMARK_SMTP ? { url: env.WAYMARK_SMTP, from: env.WAYMARK_MAIL_FROM ?? '' } : undefined,
  }
}
