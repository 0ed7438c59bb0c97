import type { Ctx } from '#platform/act.ts'

/** Keeps the acting member's password, given as its hash, in place of an earlier one. */
export async function keepPassword(ctx: Ctx, hash: string): Promise<void> {
  await ctx.db
    .insertInto('access.password')
    .values({ hash, set_at: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(['area_id', 'member_id']).doUpdateSet({ hash, set_at: ctx.now }),
    )
    .execute()
}
