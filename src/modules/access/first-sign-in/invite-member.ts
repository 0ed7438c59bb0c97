import type { Ctx } from '#platform/act.ts'
import { keyedHash } from '../accounts/seal.ts'
import { randomCode, tidyCode } from '../second-step/recovery-codes.ts'

const DAYS = 7

/** What is kept of a code: it cannot be read back. */
export const invitationHash = (secret: string, code: string) =>
  keyedHash(secret, 'invitation', tidyCode(code))

/**
 * Makes the code with which a member signs in for the first time, or afresh; earlier codes stop working. It is returned once, for the
 * administrator to hand over (99 bits, good for seven days). The caller has shown the member's organisation to the act.
 */
export async function inviteMember(
  ctx: Ctx,
  secret: string,
  { member_id, organisation_id }: { member_id: string; organisation_id: string },
): Promise<{ code: string; expires_at: Date }> {
  const code = randomCode(5, 4)
  const expires_at = new Date(ctx.now.getTime() + DAYS * 86_400_000)
  await withdrawInvitations(ctx, member_id)
  await ctx.db
    .insertInto('access.invitation')
    .values({ member_id, organisation_id, code_hash: invitationHash(secret, code), expires_at })
    .execute()
  return { code, expires_at }
}

/** Stops every code of the member that has not been used. */
export async function withdrawInvitations(ctx: Ctx, member_id: string): Promise<void> {
  await ctx.db
    .updateTable('access.invitation')
    .set({ withdrawn_at: ctx.now })
    .where('member_id', '=', member_id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}
