import { recordPeople, type PersonToRecord } from '#people'
import { type Ctx, newId } from '#platform/act.ts'
import { asAdministrator } from '../stage/administrator.ts'
import { inventPerson } from '../stage/invented-person.ts'
import { makeRandom } from '../stage/random.ts'
import type { Stage } from '../stage/stage.ts'
import { CASEWORK, REFERRALS } from './seed-statements.ts'

const AT_ONCE = 5000

/**
 * Fills an area with people and what teams did for them, set-based, as the area's own actor: every rule and every audit line as in an
 * import. The same people for the same seed. Ends with the statistics that a database has a minute after a load.
 */
export async function seed(stage: Stage, people: number, tell: (done: number) => void = () => {}) {
  const random = makeRandom(2017)
  const { act, actor } = stage
  const visit = () => ({ visit_id: newId(), query: {} })
  const teams = await act(actor, visit(), allStaffTeams)
  for (let from = 0; from < people; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, people - from) }, (_, n): PersonToRecord => {
      const { mobile, email, line, town, postcode, ...who } = inventPerson(random, from + n)
      return {
        ...who,
        // Four in five with the area's main provider, the rest with another: what others hold is in the way of every index.
        held_by: random.chance(0.8) ? teams[0]! : teams[1]!,
        sensitive: random.chance(0.2),
        contact_methods: [
          { kind: 'mobile' as const, value: mobile, safe: 'yes' as const },
          ...(email ? [{ kind: 'email' as const, value: email }] : []),
        ],
        address: { line, town, postcode },
      }
    })
    await act(actor, visit(), async (ctx) => {
      const ids = await recordPeople(ctx, some)
      await ctx.connection.query('set local enable_nestloop = off')
      for (const statement of [REFERRALS, ...CASEWORK]) await ctx.connection.query(statement, [ids])
    })
    tell(Math.min(people, from + AT_ONCE))
  }
  await asAdministrator(stage.url, (client) => client.query('vacuum analyze'))
}

/** The teams of all staff of the two providers, the main one first. */
async function allStaffTeams(ctx: Ctx): Promise<string[]> {
  const { rows } = await ctx.connection.query<{ team_id: string }>(
    `select t.team_id from access.team t join access.organisation o on o.area_id = t.area_id and o.organisation_id = t.organisation_id
     where o.kind = 'provider' and t.kind = 'all_staff' order by o.code = 'victim-care' desc`,
  )
  return rows.map(({ team_id }) => team_id)
}
