import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import { type Draft, readDraft } from './draft.ts'

export type Made = {
  template_id: string
  held_by: string
  name: string
  about: Draft['about']
  draft: Draft
  version: number | null
  kept_at: Date | null
  kept_by_name: string | null
  /** The draft differs from the latest version. */
  changed: boolean
}

const select = sql`
  select t.template_id, t.held_by, t.name, t.about, t.draft, v.version, v.kept_at, m.name as kept_by_name,
    v.version is null or t.changed_at > v.kept_at as changed
  from papers.template t
  left join lateral (select version, kept_at, kept_by from papers.template_version v
    where v.area_id = t.area_id and v.template_id = t.template_id order by version desc limit 1) v on true
  left join access.member m on m.area_id = t.area_id and m.member_id = v.kept_by`

/** The templates that this actor's teams have made, by name. */
export async function listTemplates(ctx: Ctx): Promise<Made[]> {
  const { rows } = await sql<Made>`${select} order by t.name, t.template_id limit 200`.execute(ctx.db)
  return rows
}

/** One template as it is being made. Throws NotFound. */
export async function getTemplate(ctx: Ctx, template_id: string): Promise<Made> {
  const { rows } = await sql<Made>`${select} where t.template_id = ${template_id}::uuid`.execute(ctx.db)
  const made = found(rows[0], 'This template')
  return { ...made, draft: readDraft(made.draft) }
}

/** The team whose papers and templates this actor makes: an office's, or a provider's of all staff. Undefined for anybody in neither. */
export async function writingTeam(ctx: Ctx): Promise<string | undefined> {
  const team = await ctx.db
    .selectFrom('access.team')
    .select('team_id')
    .where('team_id', 'in', ctx.actor.team_ids)
    .where('organisation_id', '=', ctx.actor.organisation_id)
    .where('kind', 'in', ['all_staff', 'office'])
    .orderBy('code')
    .executeTakeFirst()
  return team?.team_id
}
