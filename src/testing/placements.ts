import { ROLES, type Role } from '#access'
import { formToken, hashToken } from '#platform/http/session-cookie.ts'
import type { Actor } from '#platform/act.ts'
import { newId } from '#platform/act.ts'
import { openSession } from '#access'
import type { TestApp } from './cast.ts'

/** Where somebody stands to a record of Victim CARE's casework team. */
export const PLACEMENTS = ['own team', 'other team', 'other organisation', 'other area'] as const
export type Placement = (typeof PLACEMENTS)[number]

const TEAMS: Record<Placement, { area: string; teams: string[] }> = {
  'own team': { area: 'nottinghamshire', teams: ['victim-care/all-staff', 'victim-care/casework'] },
  'other team': { area: 'nottinghamshire', teams: ['victim-care/restorative-justice'] },
  'other organisation': {
    area: 'nottinghamshire',
    teams: ['trent-womens-support/all-staff', 'trent-womens-support/casework'],
  },
  'other area': {
    area: 'cumbria',
    teams: ['victim-support-cumbria/all-staff', 'victim-support-cumbria/casework'],
  },
}

/** A signed-in browser: what it sends with every request. */
export type Standing = { actor: Actor; headers: Record<string, string>; csrf: string }

/** One member of every role in every placement, each signed in. */
export async function placeEveryRole(t: TestApp): Promise<Map<string, Standing>> {
  const placed = new Map<string, Standing>()
  for (const placement of PLACEMENTS) {
    const area = await t.area(TEAMS[placement].area)
    for (const role of Object.keys(ROLES) as Role[])
      placed.set(`${role}, ${placement}`, await place(t, area, role, TEAMS[placement].teams))
  }
  return placed
}

async function place(t: TestApp, area: Actor, role: Role, paths: string[]): Promise<Standing> {
  const actor = await t.act(area, { visit_id: newId(), query: {} }, async (ctx): Promise<Actor> => {
    const teams = await ctx.db
      .selectFrom('access.team as t')
      .innerJoin('access.organisation as o', (join) =>
        join.onRef('o.area_id', '=', 't.area_id').onRef('o.organisation_id', '=', 't.organisation_id'),
      )
      .select(['t.team_id', 't.code as team', 'o.organisation_id', 'o.code', 'o.name', 'o.kind'])
      .execute()
    const mine = teams.filter((team) => paths.includes(`${team.code}/${team.team}`))
    const home = mine[0]!
    const { member_id } = await ctx.db
      .insertInto('access.member')
      .values({ organisation_id: home.organisation_id, name: `Somebody (${role})`, roles: [role] })
      .returning('member_id')
      .executeTakeFirstOrThrow()
    for (const { team_id } of mine)
      await ctx.db.insertInto('access.membership').values({ team_id, member_id }).execute()
    return {
      ...area,
      actor_id: member_id,
      roles: [role],
      team_ids: mine.map((team) => team.team_id),
      organisation_id: home.organisation_id,
      organisation_name: home.name,
      organisation_kind: home.kind,
    }
  })
  const token = await t.act(actor, { visit_id: newId(), query: {} }, (ctx) =>
    openSession(ctx, 'demonstration'),
  )
  return {
    actor,
    headers: { cookie: `waymark=${actor.area_id}.${token}` },
    csrf: formToken(t.secret, { area_id: actor.area_id, token_hash: hashToken(token) }),
  }
}
