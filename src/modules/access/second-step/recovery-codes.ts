import { randomInt } from 'node:crypto'
import type { Ctx } from '#platform/act.ts'
import { keyedHash } from '../accounts/seal.ts'

const HOW_MANY = 10
// No letters or digits that are taken for each other on paper.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Letters and digits in groups that a person can read and type: 'k7mq-2xwd-9fhr'. Each holds just under five bits. */
export const randomCode = (groups: number, size: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: size }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-')

/** A typed code as it was made: capitals, spaces and hyphens make no difference. */
export const tidyCode = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z\d]/g, '')

const hashOf = (secret: string, code: string) => keyedHash(secret, 'recovery code', tidyCode(code))

/** Makes the acting member's recovery codes, in place of earlier ones. They are shown once: only their hashes are kept. */
export async function makeRecoveryCodes(ctx: Ctx, secret: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, () => randomCode(3, 4))
  await ctx.db.deleteFrom('access.recovery_code').where('member_id', '=', ctx.actor.actor_id).execute()
  await ctx.db
    .insertInto('access.recovery_code')
    .values(codes.map((code) => ({ code_hash: hashOf(secret, code) })))
    .execute()
  return codes
}

/** Uses a recovery code of the acting member: true once. */
export async function takeRecoveryCode(ctx: Ctx, secret: string, typed: string): Promise<boolean> {
  const taken = await ctx.db
    .updateTable('access.recovery_code')
    .set({ used_at: ctx.now })
    .where('member_id', '=', ctx.actor.actor_id)
    .where('code_hash', '=', hashOf(secret, typed))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

/** How many recovery codes the acting member has left. */
export async function countRecoveryCodes(ctx: Ctx): Promise<number> {
  const rows = await ctx.db
    .selectFrom('access.recovery_code')
    .select('recovery_code_id')
    .where('member_id', '=', ctx.actor.actor_id)
    .where('used_at', 'is', null)
    .execute()
  return rows.length
}
