import { createHmac } from 'node:crypto'
import pg from 'pg'

/** Least privilege: the owner cannot sign in, the migrator acts as it, and the pages have only what policies and grants give. */
export const LOGIN_ROLES = ['waymark_migrator', 'waymark_app', 'waymark_figures', 'waymark_auditor'] as const
export type LoginRole = (typeof LOGIN_ROLES)[number]

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
    if (server_version_num < 150000) throw new Error('Waymark needs PostgreSQL 15 or later.')
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
  } finally {
    await client.end()
  }
}
