import type { Ctx } from '#platform/act.ts'
import { showOrganisation } from './account-keys.ts'

/**
 * The e-mail addresses of members' own accounts, by member: only to write to them about their work, never to be shown. A member without an
 * account, or who has left, is not among them.
 */
export async function staffAddresses(
  ctx: Ctx,
  member_ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const members =
    member_ids.length === 0
      ? []
      : await ctx.db
          .selectFrom('access.member')
          .select(['member_id', 'organisation_id'])
          .where('member_id', 'in', [...new Set(member_ids)])
          .where('left_at', 'is', null)
          .execute()
  const addresses = new Map<string, string>()
  for (const [organisation_id, theirs] of Map.groupBy(members, (one) => one.organisation_id)) {
    await showOrganisation(ctx, organisation_id)
    const accounts = await ctx.db
      .selectFrom('access.account')
      .select(['member_id', 'email'])
      .where(
        'member_id',
        'in',
        theirs.map(({ member_id }) => member_id),
      )
      .execute()
    for (const { member_id, email } of accounts) addresses.set(member_id, email)
  }
  // Whatever follows in this act sees what it saw before.
  await showOrganisation(ctx, '')
  return addresses
}
