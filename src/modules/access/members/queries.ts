import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import { administer } from './member-fields.ts'

export type Member = {
  member_id: string
  name: string
  job_title: string
  roles: string[]
  left_at: Date | null
  email: string | null
  teams: { team_id: string; name: string; break_glass: boolean; ends_at: string | null }[]
  /** A code was made, is good for now, and has not been used. */
  invited: boolean
  has_signed_in: boolean
}

/** The members of the administrator's own organisation, those who left last. */
export async function listMembers(ctx: Ctx): Promise<Member[]> {
  const organisation_id = await administer(ctx)
  const { rows } = await ctx.connection.query<Member>(
    `select m.member_id, m.name, m.job_title, m.roles, m.left_at, a.email,
       coalesce((select json_agg(json_build_object('team_id', t.team_id, 'name', t.name, 'break_glass', s.break_glass, 'ends_at', s.ends_at) order by t.name)
         from access.membership s join access.team t on t.area_id = s.area_id and t.team_id = s.team_id
         where s.area_id = m.area_id and s.member_id = m.member_id and (s.ends_at is null or s.ends_at > $2)), '[]') as teams,
       exists (select from access.invitation i where i.area_id = m.area_id and i.member_id = m.member_id
         and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $2) as invited,
       exists (select from access.sign_in_attempt s where s.area_id = m.area_id and s.member_id = m.member_id and s.outcome in ('succeeded', 'first-step')) as has_signed_in
     from access.member m left join access.account a on a.area_id = m.area_id and a.member_id = m.member_id
     where m.organisation_id = $1 order by m.left_at is not null, m.name, m.member_id`,
    [organisation_id, ctx.now],
  )
  return rows
}

/** One member of the administrator's own organisation. Throws NotFound for anybody else's. */
export async function getMember(ctx: Ctx, member_id: string): Promise<Member> {
  return found((await listMembers(ctx)).find((member) => member.member_id === member_id))
}

/** The teams of the actor's own organisation. */
export async function listOwnTeams(ctx: Ctx) {
  return ctx.db
    .selectFrom('access.team')
    .select(['team_id', 'name', 'kind'])
    .where('organisation_id', '=', ctx.actor.organisation_id)
    .orderBy('name')
    .execute()
}
