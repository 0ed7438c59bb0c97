import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { Document } from '#platform/documents/document.ts'
import type { Paper } from '../../drafts/queries.ts'
import type { AnsweredFigure } from '../../writing/answer-figures.ts'

export type Earlier = {
  paper: Pick<Paper, 'paper_id' | 'title' | 'meeting_on' | 'period_from' | 'period_to' | 'is_public'>
  document: Document
  figures: AnsweredFigure[]
  /** Of the same template and organisation: only its figures count the same records. */
  same_kind: boolean
}

/**
 * The papers signed off for an earlier meeting, the newest first: the last five of each template and organisation, so that a kind that is
 * written often hides no other.
 */
export async function earlierPapers(
  ctx: Ctx,
  { paper_id, template, organisation_id, meeting_on }: Paper,
): Promise<Earlier[]> {
  const { rows } = await sql<Earlier['paper'] & Omit<Earlier, 'paper'>>`
    select paper_id, title, meeting_on, period_from, period_to, is_public, document, figures, same_kind
    from (
      select p.*, s.document, s.figures, s.signed_at,
        p.template = ${template} and p.organisation_id is not distinct from ${organisation_id}::uuid as same_kind,
        row_number() over (
          partition by p.template, p.organisation_id order by p.meeting_on desc, s.signed_at desc
        ) as back
      from papers.sign_off s join papers.paper p on p.area_id = s.area_id and p.paper_id = s.paper_id
      where p.paper_id <> ${paper_id}::uuid and p.meeting_on <= ${meeting_on}::date
    ) earlier
    where back <= 5 order by meeting_on desc, signed_at desc`.execute(ctx.db)
  return rows.map(({ document, figures, same_kind, ...paper }) => ({ paper, document, figures, same_kind }))
}
