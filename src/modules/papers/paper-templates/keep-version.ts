import type { Ctx } from '#platform/act.ts'
import { templateFrom } from './draft.ts'
import { getTemplate } from './queries.ts'

/** Keeps the draft as the next version: papers are started from it, and those begun from an earlier one keep theirs. Returns its number. */
export async function keepVersion(ctx: Ctx, template_id: string): Promise<number> {
  const { held_by, name, draft, version } = await getTemplate(ctx, template_id)
  const next = (version ?? 0) + 1
  await ctx.db
    .insertInto('papers.template_version')
    .values({ template_id, held_by, version: next, definition: JSON.stringify(templateFrom(name, draft)) })
    .execute()
  return next
}
