import type { Ctx } from '#platform/act.ts'
import type { Document } from '#platform/documents/document.ts'
import type { Paper } from '../../drafts/queries.ts'
import type { AnsweredFigure } from '../../writing/answer-figures.ts'

export type Earlier = {
  paper: Pick<Paper, 'paper_id' | 'title' | 'meeting_on' | 'period_from' | 'period_to' | 'is_public'>
  document: Document
  figures: AnsweredFigure[]
}

/** The last five papers of the same kind and organisation that were signed off for an earlier meeting, the newest first. */
export async function earlierPapers(
  ctx: Ctx,
  { paper_id, template, organisation_id, meeting_on }: Paper,
): Promise<Earlier[]> {
  const rows = await ctx.db
    .selectFrom('papers.sign_off as s')
    .innerJoin('papers.paper as p', (join) =>
      join.onRef('p.area_id', '=', 's.area_id').onRef('p.paper_id', '=', 's.paper_id'),
    )
    .select([
      'p.paper_id',
      'p.title',
      'p.meeting_on',
      'p.period_from',
      'p.period_to',
      'p.is_public',
      's.document',
      's.figures',
    ])
    .where('p.paper_id', '<>', paper_id)
    .where('p.template', '=', template)
    .where('p.meeting_on', '<=', meeting_on)
    .where('p.organisation_id', 'is not distinct from', organisation_id)
    .orderBy('p.meeting_on', 'desc')
    .orderBy('s.signed_at', 'desc')
    .limit(5)
    .execute()
  return rows.map(({ document, figures, ...paper }) => ({
    paper,
    document: document as Document,
    figures: figures as AnsweredFigure[],
  }))
}
