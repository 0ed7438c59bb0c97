import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { emailKey, showKeys, tidyEmail } from './account-keys.ts'

/** The address of the acting member's account; '' when there is none. */
export async function ownEmail(ctx: Ctx): Promise<string> {
  const account = await ctx.db
    .selectFrom('access.account')
    .select('email')
    .where('member_id', '=', ctx.actor.actor_id)
    .executeTakeFirst()
  return account?.email ?? ''
}

/** Gives a member an account under an e-mail address. Throws Invalid when the area has one with this address already. */
export async function addAccount(
  ctx: Ctx,
  account: { member_id: string; organisation_id: string; email: string },
): Promise<void> {
  await refuseTaken(ctx, account)
  await ctx.db
    .insertInto('access.account')
    .values({ ...account, email: tidyEmail(account.email), email_key: emailKey(account.email) })
    .execute()
}

/** Throws Invalid when another member of the area has this address. */
export async function refuseTaken(ctx: Ctx, account: { member_id: string; email: string }): Promise<void> {
  const email_key = emailKey(account.email)
  await showKeys(ctx, email_key)
  const taken = await ctx.db
    .selectFrom('access.account')
    .select('member_id')
    .where('email_key', '=', email_key)
    .where('member_id', '<>', account.member_id)
    .executeTakeFirst()
  if (taken)
    refuse(
      'email',
      'Somebody in this area has this e-mail address already. Check it, or ask them to use another',
    )
}
