import type { Ctx } from '#platform/act.ts'
import { addAccount } from '../accounts/own-account.ts'
import { inviteMember } from '../first-sign-in/invite-member.ts'
import { administer, checkRolesAndTeams, type MemberTyped } from './member-fields.ts'
import { listOwnTeams } from './queries.ts'

/** Adds a member to the administrator's own organisation. Returns their id and the code for their first sign-in, to be shown once. */
export async function addMember(
  ctx: Ctx,
  secret: string,
  typed: MemberTyped,
): Promise<{ member_id: string; code: string; expires_at: Date }> {
  const organisation_id = await administer(ctx)
  const roles = checkRolesAndTeams(ctx, typed, await listOwnTeams(ctx))
  const { member_id } = await ctx.db
    .insertInto('access.member')
    .values({ organisation_id, name: typed.name, job_title: typed.job_title ?? '', roles })
    .returning('member_id')
    .executeTakeFirstOrThrow()
  await addAccount(ctx, { member_id, organisation_id, email: typed.email })
  await ctx.db
    .insertInto('access.membership')
    .values(typed.teams.map((team_id) => ({ team_id, member_id })))
    .execute()
  return { member_id, ...(await inviteMember(ctx, secret, { member_id, organisation_id })) }
}
