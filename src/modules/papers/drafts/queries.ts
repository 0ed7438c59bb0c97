import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { DB } from '#platform/database/tables.ts'
import { found } from '#platform/errors.ts'
import type { PaperWords, Scope } from '../writing/answer-figures.ts'

export type Paper = Selectable<DB['papers.paper']> & {
  organisation_name: string | null
  written_by_name: string
  team_name: string
  plan_subject: boolean
  /** Whether the public reads it. */
  published: boolean
  /** The latest step of its review: none for a draft. */
  step: string | null
}

const papers = (ctx: Ctx) =>
  ctx.db
    .selectFrom('papers.paper as p')
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 'p.area_id').onRef('m.member_id', '=', 'p.written_by'),
    )
    .innerJoin('access.team as t', (join) =>
      join.onRef('t.area_id', '=', 'p.area_id').onRef('t.team_id', '=', 'p.held_by'),
    )
    .leftJoin('access.organisation as o', (join) =>
      join.onRef('o.area_id', '=', 'p.area_id').onRef('o.organisation_id', '=', 'p.organisation_id'),
    )
    .leftJoin('papers.sign_off as s', (join) =>
      join.onRef('s.area_id', '=', 'p.area_id').onRef('s.paper_id', '=', 'p.paper_id'),
    )
    .selectAll('p')
    .select([
      'o.name as organisation_name',
      'm.name as written_by_name',
      't.name as team_name',
      's.signed_at',
      sql<boolean>`exists (select 1 from papers.plan_subject a where a.area_id = p.area_id and a.paper_id = p.paper_id)`.as(
        'plan_subject',
      ),
      sql<boolean>`exists (select 1 from papers.publication_version v join papers.publication b on b.area_id = v.area_id
        and b.publication_id = v.publication_id where v.area_id = p.area_id and v.paper_id = p.paper_id and b.withdrawn_at is null and v.withdrawn_at is null)`.as(
        'published',
      ),
      sql<
        string | null
      >`(select w.step from papers.step w where w.area_id = p.area_id and w.paper_id = p.paper_id order by w.taken_at desc limit 1)`.as(
        'step',
      ),
    ])

/** The papers this actor's teams hold or were given, the next meeting first; a hundred at most. */
export const listPapers = (ctx: Ctx) =>
  papers(ctx).orderBy('p.meeting_on', 'desc').orderBy('p.paper_id', 'desc').limit(100).execute()

/** One paper. Throws NotFound. */
export async function getPaper(ctx: Ctx, paper_id: string): Promise<Paper & { signed_at: Date | null }> {
  return found(await papers(ctx).where('p.paper_id', '=', paper_id).executeTakeFirst(), 'This paper')
}

/** What its author wrote, by section number. */
export async function getWords(ctx: Ctx, paper_id: string): Promise<Record<string, string>> {
  const rows = await ctx.db
    .selectFrom('papers.section_words')
    .select(['section', 'words'])
    .where('paper_id', '=', paper_id)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.section, row.words]))
}

/** Whose records a paper counts, and when. */
export async function scopeOf(
  ctx: Ctx,
  paper: Pick<Paper, 'period_from' | 'period_to' | 'organisation_id'>,
): Promise<Scope> {
  const { organisation_id, period_from: from, period_to: to } = paper
  if (!organisation_id) return { from, to }
  const teams = await ctx.db
    .selectFrom('access.team')
    .select('team_id')
    .where('organisation_id', '=', organisation_id)
    .execute()
  return { from, to, held_by: teams.map((team) => team.team_id) }
}

/** The words of a paper for its template. */
export const wordsOf = (ctx: Ctx, paper: Paper, sections: Record<string, string>): PaperWords => ({
  organisation: paper.organisation_name ?? ctx.actor.area_name,
  area: ctx.actor.area_name,
  report_to: paper.report_to,
  meeting_on: paper.meeting_on,
  report_author: paper.report_author,
  author_email: paper.author_email ?? '',
  other_contacts: paper.other_contacts ?? '',
  agenda_item: paper.agenda_item ?? '',
  for_what: paper.for_what,
  is_public: paper.is_public,
  sections,
})
