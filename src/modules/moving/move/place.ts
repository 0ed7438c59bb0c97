import type { Ctx } from '#platform/act.ts'
import type { MovingProfile } from '../profile/profile.ts'
import type { Place } from './step.ts'

const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\s]/gu, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ')

/**
 * Whose the records will be: referrals and people the receiving team's, cases and restorative justice the teams that the profile
 * names ('organisation/team'), or else the teams 'casework' and 'restorative-justice' of the receiving team's organisation.
 */
export async function findPlace(ctx: Ctx, receiving_team_id: string, profile: MovingProfile): Promise<Place> {
  const teams = await ctx.db
    .selectFrom('access.team as t')
    .innerJoin('access.organisation as o', (join) =>
      join.onRef('o.area_id', '=', 't.area_id').onRef('o.organisation_id', '=', 't.organisation_id'),
    )
    .select(['t.team_id', 't.code', 't.kind', 'o.organisation_id', 'o.code as organisation'])
    .orderBy('t.team_id')
    .execute()
  const { organisation_id } = teams.find(({ team_id }) => team_id === receiving_team_id)!
  const own = teams.filter((team) => team.organisation_id === organisation_id && team.kind === 'casework')
  const named = (path: string | undefined) => {
    const team = path && teams.find((t) => `${t.organisation}/${t.code}` === path && t.kind !== 'restricted')
    if (path && !team)
      throw new Error(
        `The profile's held_by names the team "${path}", which the area does not have. Nothing was changed.`,
      )
    return team ? team.team_id : undefined
  }
  const casework =
    named(profile.held_by.cases) ??
    (own.find(({ code }) => code === 'casework') ?? own[0])?.team_id ??
    receiving_team_id
  const restorative =
    named(profile.held_by.restorative_justice) ??
    own.find(({ code }) => code === 'restorative-justice')?.team_id ??
    casework
  return {
    area_id: ctx.actor.area_id,
    receiving_team_id,
    casework_team_id: casework,
    restorative_justice_team_id: restorative,
    people_apart: profile.files.people !== undefined,
    name_order: profile.name_order,
    close_reason_default: reasonUnasked(profile),
    memberCalled: await membersByName(ctx, organisation_id),
  }
}

/** Old systems write "D Jessop", "Jessop, Dan" or "Dan Jessop": a name that means one member only is taken as that member. */
async function membersByName(ctx: Ctx, organisation_id: string) {
  const members = await ctx.db
    .selectFrom('access.member')
    .select(['member_id', 'name'])
    .where('organisation_id', '=', organisation_id)
    .where('left_at', 'is', null)
    .execute()
  const byName = new Map<string, string | undefined>()
  for (const { member_id, name } of members) {
    const [first = '', ...rest] = plain(name).split(' ')
    const last = rest.at(-1) ?? ''
    for (const written of new Set([
      plain(name),
      `${first[0]} ${last}`,
      `${last} ${first}`,
      `${last} ${first[0]}`,
    ]))
      byName.set(written, byName.has(written) ? undefined : member_id)
  }
  return (name: string) => byName.get(plain(name))
}

function reasonUnasked({ files: { cases } }: MovingProfile): string | null {
  const source = cases?.[0]?.columns.close_reason
  return (source?.constant ?? source?.default ?? null) as string | null
}
