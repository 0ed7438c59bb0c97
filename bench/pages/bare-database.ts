import { ensureDatabase } from '#platform/database/open.ts'
import type { Actor } from '#platform/act.ts'
import { asAdministrator } from '../stage/administrator.ts'
import { takeRulesOff } from '../stage/take-rules-off.ts'

/**
 * Copies a stage's database and takes off what Waymark adds to a statement: row security, the audit's triggers and the settings of an
 * act. The functions that policies and defaults ask become constants. Tables, rows, indexes and foreign keys stay the same. Nobody may
 * be connected to the database that is copied. Returns the copy's address, which signs in as the server's administrator.
 */
export async function makeBareDatabase(url: string, actor: Actor): Promise<string> {
  const template = new URL(url).pathname.slice(1)
  const bare = await ensureDatabase(url, `${template}_bare`, template)
  await asAdministrator(bare, async (client) => {
    await takeRulesOff(client)
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
