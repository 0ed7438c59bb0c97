import type { Ctx } from '#platform/act.ts'

/** Deletes what was written of the person for a receiver of this case: it is for the offer it was written with, and no later one. */
export const dropGiven = async (ctx: Ctx, case_id: string): Promise<void> => {
  await ctx.db.deleteFrom('support.given_person').where('case_id', '=', case_id).execute()
}
