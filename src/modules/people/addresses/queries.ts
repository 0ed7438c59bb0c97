import type { Ctx } from '#platform/act.ts'

export type PastAddress = {
  address_id: string
  line: string
  town: string
  postcode: string
  until: string | null
}

/** Where the person lived before, of what this actor may see: for knowing somebody again, never for writing to. */
export async function previousAddresses(ctx: Ctx, person_id: string): Promise<PastAddress[]> {
  return ctx.db
    .selectFrom('people.address')
    .select(['address_id', 'line', 'town', 'postcode', 'until'])
    .where('person_id', '=', person_id)
    .where('until', 'is not', null)
    .orderBy('until', 'desc')
    .limit(20)
    .execute()
}

export type RestrictedTeam = { team_id: string; name: string }

/** The teams of the actor's organisation that can hold a protected address, their own first. */
export async function restrictedTeams(ctx: Ctx): Promise<RestrictedTeam[]> {
  const teams = await ctx.db
    .selectFrom('access.team')
    .select(['team_id', 'name'])
    .where('kind', '=', 'restricted')
    .where('organisation_id', '=', ctx.actor.organisation_id)
    .orderBy('name')
    .execute()
  const mine = (team: RestrictedTeam) => (ctx.actor.team_ids.includes(team.team_id) ? 0 : 1)
  return teams.toSorted((a, b) => mine(a) - mine(b))
}
