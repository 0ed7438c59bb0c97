import type { Actor, Act, Visit } from '#platform/act.ts'
import { sha256, showKeys } from '../accounts/account-keys.ts'
import { asMember, memberOfEmail } from '../accounts/at-the-door.ts'
import type { IdentityProvider } from './queries.ts'

/**
 * The member of the provider's own organisation whom an identity belongs to: linked before, or found now by the address that the
 * provider verified. Undefined when there is none, or when the member is linked to another identity of this provider already. Links that
 * were made when the organisation had another provider count for nothing, and go when the member is linked anew.
 */
export async function linkIdentity(
  act: Act,
  door: Actor,
  visit: Visit,
  provider: IdentityProvider,
  identity: { subject: string; email: string | undefined },
): Promise<string | undefined> {
  const { identity_provider_id, organisation_id, issuer } = provider
  const subject_key = sha256(`${identity_provider_id} ${issuer} ${identity.subject}`)
  const known = await act(door, visit, async (ctx) => {
    await showKeys(ctx, subject_key)
    return ctx.db
      .selectFrom('access.identity_link as l')
      .innerJoin('access.member as m', (join) =>
        join.onRef('m.area_id', '=', 'l.area_id').onRef('m.member_id', '=', 'l.member_id'),
      )
      .select('m.member_id')
      .where('l.subject_key', '=', subject_key)
      .where('l.identity_provider_id', '=', identity_provider_id)
      .where('m.organisation_id', '=', organisation_id)
      .where('m.left_at', 'is', null)
      .executeTakeFirst()
  })
  if (known) return known.member_id
  if (!identity.email) return undefined
  const { email } = identity
  const account = await act(door, visit, (ctx) => memberOfEmail(ctx, email))
  if (!account || account.organisation_id !== organisation_id) return undefined
  return act(asMember(door, account.member_id), visit, async (ctx) => {
    const another = await ctx.db
      .selectFrom('access.identity_link')
      .select('identity_link_id')
      .where('member_id', '=', account.member_id)
      .where('identity_provider_id', '=', identity_provider_id)
      .where('issuer', '=', issuer)
      .executeTakeFirst()
    if (another) return undefined
    await ctx.db
      .deleteFrom('access.identity_link')
      .where('member_id', '=', account.member_id)
      .where('identity_provider_id', '=', identity_provider_id)
      .execute()
    await ctx.db
      .insertInto('access.identity_link')
      .values({ identity_provider_id, issuer, subject_key })
      .execute()
    return account.member_id
  })
}
