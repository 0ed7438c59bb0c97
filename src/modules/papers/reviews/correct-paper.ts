import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { getPaper } from '../drafts/queries.ts'
import { oneAtATime } from '../sign-off/one-at-a-time.ts'

/**
 * Begins a correction of a paper that is signed off: a draft of its own with the same words, period and subject, and what editors answered to
 * the checks, which goes the same way. Whoever wrote the words of a section
 * wrote them here too, and does not sign them. Sources of numbers are of the updates that both print. The signed paper never changes. Published, the correction is the next version at the same address. Returns its id.
 */
export async function correctPaper(ctx: Ctx, paper_id: string, because: string): Promise<string> {
  await oneAtATime(ctx, paper_id)
  const paper = await getPaper(ctx, paper_id)
  if (!paper.signed_at) refuse('because', 'This paper is not signed off yet: change its words instead.')
  if (!ctx.actor.team_ids.includes(paper.held_by))
    refuse('because', 'Only the team that wrote this paper can correct it.')
  const begun = await ctx.db
    .selectFrom('papers.correction')
    .select('paper_id')
    .where('corrects', '=', paper_id)
    .executeTakeFirst()
  if (begun) refuse('because', 'A correction of this paper has been begun already.')
  const { rows } = await sql<{ paper_id: string }>`
    insert into papers.paper (held_by, organisation_id, template, title, period_from, period_to, report_to, meeting_on, agenda_item, report_author,
      is_public, for_what, other_contacts, author_email, template_definition, template_version)
    select held_by, organisation_id, template, title, period_from, period_to, report_to, meeting_on, agenda_item, report_author,
      is_public, for_what, other_contacts, author_email, template_definition, template_version
    from papers.paper where paper_id = ${paper_id}::uuid returning paper_id`.execute(ctx.db)
  const correction = rows[0]!.paper_id
  await sql`insert into papers.section_words (paper_id, held_by, section, words, written_by)
    select ${correction}::uuid, held_by, section, words, written_by from papers.section_words where paper_id = ${paper_id}::uuid`.execute(
    ctx.db,
  )
  await sql`insert into papers.plan_subject (paper_id, held_by, theme_id, cycle_id)
    select ${correction}::uuid, held_by, theme_id, cycle_id from papers.plan_subject where paper_id = ${paper_id}::uuid`.execute(
    ctx.db,
  )
  await sql`insert into papers.finding_answer (paper_id, held_by, finding, rule, quote, reason, taken_out, answered_by, answered_at)
    select ${correction}::uuid, held_by, finding, rule, quote, reason, taken_out, answered_by, answered_at
    from papers.finding_answer where paper_id = ${paper_id}::uuid`.execute(ctx.db)
  await ctx.db
    .insertInto('papers.correction')
    .values({ paper_id: correction, corrects: paper_id, held_by: paper.held_by, because })
    .execute()
  return correction
}
