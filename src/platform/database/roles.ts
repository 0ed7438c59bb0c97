import { createHmac } from 'node:crypto'
import pg from 'pg'

/** Least privilege: the owner cannot sign in, the migrator acts as it, and the pages have only what policies and grants give. */
export const LOGIN_ROLES = ['waymark_migrator', 'waymark_app', 'waymark_figures', 'waymark_auditor'] as const
export type LoginRole = (typeof LOGIN_ROLES)[number]

const OLDEST = 15

/** Throws a sentence when a server of this `server_version_num` is too old. */
export function refuseOld(server_version_num: number): void {
  if (server_version_num < OLDEST * 10_000)
    throw new Error(
      `Waymark needs PostgreSQL ${OLDEST} or later, and the server of DATABASE_URL is ${Math.floor(server_version_num / 10_000)}. ` +
        'Use a later one, or leave DATABASE_URL out: Waymark then brings its own.',
    )
}
const INSUFFICIENT_PRIVILEGE = '42501'

/** The address of `database_url`'s database for one of our roles; its password is derived from the deployment's secret. */
export function addressFor(role: LoginRole, database_url: string, secret: string): string {
  const url = new URL(database_url)
  url.username = role
  url.password = rolePassword(role, secret)
  return url.href
}

const rolePassword = (role: LoginRole, secret: string) =>
  createHmac('sha256', secret).update(`role:${role}`).digest('hex')

/** Makes the roles (or renews their passwords) and lets nobody else into the database. `database_url` signs in as an administrator. */
export async function makeRoles(database_url: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: database_url })
  await client.connect()
  try {
    const [{ server_version_num, name }] = (
      await client.query(
        `select current_setting('server_version_num')::int as server_version_num, current_database() as name`,
      )
    ).rows
    refuseOld(server_version_num)
    const database = client.escapeIdentifier(name)
    // One at a time: role names are shared by every database of the server.
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('waymark roles'))`)
    const known = new Set(
      (await client.query(`select rolname from pg_roles where rolname like 'waymark\\_%'`)).rows.map(
        (r) => r.rolname,
      ),
    )
    if (!known.has('waymark_owner')) await client.query('create role waymark_owner nologin')
    for (const role of LOGIN_ROLES) {
      const verb = known.has(role) ? 'alter' : 'create'
      await client.query(`${verb} role ${role} login noinherit password '${rolePassword(role, secret)}'`)
    }
    await client.query('grant waymark_owner to waymark_migrator')
    await client.query(`revoke all on database ${database} from public`)
    await client.query(`grant connect on database ${database} to ${LOGIN_ROLES.join(', ')}`)
    await client.query(`grant create on database ${database} to waymark_owner`)
    await client.query('revoke all on schema public from public')
    await client.query('commit')
  } catch (error) {
    if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error
    throw new Error(
      `DATABASE_URL signs in as ${client.user}, which may not make Waymark's roles (${(error as Error).message}). ` +
        `It must own the database and be allowed to: alter role ${client.user} createrole`,
      { cause: error },
    )
  } finally {
    await client.end()
  }
}
