import type { Ctx } from '#platform/act.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { officeTeam } from '#access'
import type { ruleForm } from './form.ts'
import type { TableSet } from './rules.ts'

/** Decides how small a count some tables may print, with the reason that is printed under them. What is published stays as it was. */
export async function decideRule(
  ctx: Ctx,
  tables: TableSet,
  { hide_below, because }: ValuesOf<typeof ruleForm>,
): Promise<void> {
  await ctx.db
    .insertInto('insight.small_number_rule')
    .values({ held_by: await officeTeam(ctx), tables, hide_below, because, decided_at: ctx.now })
    .execute()
}
