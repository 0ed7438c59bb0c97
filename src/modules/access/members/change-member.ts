import type { Ctx } from '#platform/act.ts'
import { Invalid, refuse } from '#platform/errors.ts'
import { emailKey, tidyEmail } from '../accounts/account-keys.ts'
import { addAccount, refuseTaken } from '../accounts/own-account.ts'
import { inviteMember, withdrawInvitations } from '../first-sign-in/invite-member.ts'
import { administer, checkRolesAndTeams, type MemberTyped } from './member-fields.ts'
import { getMember, listMembers, listOwnTeams } from './queries.ts'

/** Changes what a member is called, does and is in. It holds from their next page on. */
export async function changeMember(ctx: Ctx, member_id: string, typed: MemberTyped): Promise<void> {
  const organisation_id = await administer(ctx)
  const member = await getMember(ctx, member_id)
  const roles = checkRolesAndTeams(ctx, typed, await listOwnTeams(ctx))
  if (!roles.includes('administrator')) await keepAnAdministrator(ctx, member_id, 'roles')
  await ctx.db
    .updateTable('access.member')
    .set({ name: typed.name, job_title: typed.job_title ?? '', roles })
    .where('member_id', '=', member_id)
    .execute()
  await changeEmail(ctx, { member_id, organisation_id, email: typed.email }, member.email)
  await changeTeams(ctx, member_id, typed.teams)
}

async function changeEmail(
  ctx: Ctx,
  account: { member_id: string; organisation_id: string; email: string },
  now: string | null,
) {
  if (now === null) return addAccount(ctx, account)
  if (now === tidyEmail(account.email)) return
  await refuseTaken(ctx, account)
  await ctx.db
    .updateTable('access.account')
    .set({ email: tidyEmail(account.email), email_key: emailKey(account.email) })
    .where('member_id', '=', account.member_id)
    .execute()
}

async function changeTeams(ctx: Ctx, member_id: string, wanted: readonly string[]) {
  const now = await ctx.db
    .selectFrom('access.membership')
    .select(['membership_id', 'team_id'])
    .where('member_id', '=', member_id)
    .where('break_glass', '=', false)
    .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', ctx.now)]))
    .execute()
  const gone = now.filter((one) => !wanted.includes(one.team_id)).map((one) => one.membership_id)
  const fresh = wanted.filter((team_id) => !now.some((one) => one.team_id === team_id))
  if (gone.length > 0)
    await ctx.db
      .updateTable('access.membership')
      .set({ ends_at: ctx.now })
      .where('membership_id', 'in', gone)
      .execute()
  if (fresh.length > 0)
    await ctx.db
      .insertInto('access.membership')
      .values(fresh.map((team_id) => ({ team_id, member_id })))
      .execute()
}

/** Ends a membership: the member is out at their next click, their teams and codes with them. What they recorded stays theirs. */
export async function endMember(ctx: Ctx, member_id: string): Promise<void> {
  await administer(ctx)
  const member = await getMember(ctx, member_id)
  if (member.left_at) return
  if (member_id === ctx.actor.actor_id)
    refuse('', 'You cannot end your own membership. Ask another administrator of your organisation')
  await keepAnAdministrator(ctx, member_id, '')
  await ctx.db
    .updateTable('access.member')
    .set({ left_at: ctx.now })
    .where('member_id', '=', member_id)
    .execute()
  await ctx.db
    .updateTable('access.membership')
    .set({ ends_at: ctx.now })
    .where('member_id', '=', member_id)
    .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', ctx.now)]))
    .execute()
  await withdrawInvitations(ctx, member_id)
}

/** A new code with which a member signs in afresh: for a lost phone or a forgotten password. To be shown once. */
export async function makeNewCode(
  ctx: Ctx,
  secret: string,
  member_id: string,
): Promise<{ code: string; expires_at: Date }> {
  const organisation_id = await administer(ctx)
  const member = await getMember(ctx, member_id)
  if (member.left_at) refuse('', 'This member has left. Add them again if they are back')
  if (!member.email) refuse('', 'This member has no e-mail address here. Change that first')
  return inviteMember(ctx, secret, { member_id, organisation_id })
}

async function keepAnAdministrator(ctx: Ctx, without: string, field: string) {
  const left = (await listMembers(ctx)).filter(
    (m) => m.member_id !== without && !m.left_at && m.roles.includes('administrator'),
  )
  if (left.length === 0)
    throw new Invalid({ [field]: 'Your organisation needs an administrator. Make somebody else one first' })
}
