import { ensureDatabase } from '#platform/database/open.ts'
import type { Actor } from '#platform/act.ts'
import { asAdministrator } from '../stage/administrator.ts'

/**
 * Copies a stage's database and takes off what Waymark adds to a statement: row security, the audit's triggers and the settings of an
 * act. The functions that policies and defaults ask become constants. Tables, rows, indexes and foreign keys stay the same. Nobody may
 * be connected to the database that is copied. Returns the copy's address, which signs in as the server's administrator.
 */
export async function makeBareDatabase(url: string, actor: Actor): Promise<string> {
  const template = new URL(url).pathname.slice(1)
  const bare = await ensureDatabase(url, `${template}_bare`, template)
  await asAdministrator(bare, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c where c.relrowsecurity and c.relkind in ('r', 'p')`,
    )
    for (const { name } of tables)
      await client.query(`alter table ${name} disable row level security, no force row level security`)
    const { rows: triggers } = await client.query<{ name: string; kept: string }>(
      `select quote_ident(tgname) as name, tgrelid::regclass::text as kept from pg_trigger where not tgisinternal and tgname like 'keep_%'`,
    )
    for (const { name, kept } of triggers) await client.query(`drop trigger ${name} on ${kept}`)
    const constant = (called: string, type: string, value: string) =>
      client.query(
        `create or replace function access.${called}() returns ${type} language sql immutable parallel safe as $f$ select '${value}'::${type} $f$`,
      )
    await constant('area_id', 'uuid', actor.area_id)
    await constant('actor_id', 'uuid', actor.actor_id)
    await constant('my_teams', 'uuid[]', `{${actor.team_ids.join(',')}}`)
    await client.query('vacuum analyze')
  })
  return bare
}
